package mathml

// commands are the names that TeX has for characters.
var commands = map[rune]string{
	// Greek
	'α': "alpha", 'β': "beta", 'γ': "gamma", 'δ': "delta", 'ε': "varepsilon", 'ζ': "zeta", 'η': "eta", 'θ': "theta", 'ι': "iota",
	'κ': "kappa", 'λ': "lambda", 'μ': "mu", 'µ': "mu", 'ν': "nu", 'ξ': "xi", 'π': "pi", 'ρ': "rho", 'ς': "varsigma", 'σ': "sigma",
	'τ': "tau", 'υ': "upsilon", 'φ': "varphi", 'χ': "chi", 'ψ': "psi", 'ω': "omega",
	'ϵ': "epsilon", 'ϑ': "vartheta", 'ϰ': "varkappa", 'ϕ': "phi", 'ϱ': "varrho", 'ϖ': "varpi", 'ϝ': "digamma",
	'Γ': "Gamma", 'Δ': "Delta", 'Θ': "Theta", 'Λ': "Lambda", 'Ξ': "Xi", 'Π': "Pi", 'Σ': "Sigma", 'Υ': "Upsilon", 'Φ': "Phi",
	'Ψ': "Psi", 'Ω': "Omega", 'ϒ': "Upsilon",

	// Letters
	'ℓ': "ell", 'ℏ': "hbar", 'ℑ': "Im", 'ℜ': "Re", '℘': "wp", 'ℵ': "aleph", 'ℶ': "beth", 'ℷ': "gimel", 'ℸ': "daleth",
	'ı': "imath", 'ȷ': "jmath", '∂': "partial", '∇': "nabla", '∅': "emptyset", '∞': "infty", '℧': "mho", 'ð': "eth",

	// Binary operators
	'±': "pm", '∓': "mp", '×': "times", '÷': "div", '⋅': "cdot", '·': "cdot", '∘': "circ", '∙': "bullet", '•': "bullet", '⋆': "star",
	'∩': "cap", '∪': "cup", '⊎': "uplus", '⊓': "sqcap", '⊔': "sqcup", '∧': "wedge", '∨': "vee", '⊕': "oplus", '⊖': "ominus",
	'⊗': "otimes", '∗': "ast", '⊘': "oslash", '⊙': "odot", '⊚': "circledcirc", '⊛': "circledast", '⊞': "boxplus", '⊟': "boxminus",
	'⊠': "boxtimes", '⊡': "boxdot", '∖': "setminus", '≀': "wr", '†': "dagger", '‡': "ddagger", '⨿': "amalg", '⊲': "lhd", '⊳': "rhd",
	'△': "triangle", '▽': "triangledown", '⋄': "diamond", '◇': "diamond", '⋉': "ltimes", '⋊': "rtimes", '∔': "dotplus",

	// Relations
	'≠': "neq", '≤': "leq", '≥': "geq", '⩽': "leqslant", '⩾': "geqslant", '≪': "ll", '≫': "gg", '⋘': "lll", '⋙': "ggg",
	'≡': "equiv", '≢': "not\\equiv", '∼': "sim", '≃': "simeq", '≅': "cong", '≈': "approx", '≉': "not\\approx", '≍': "asymp",
	'≐': "doteq", '∝': "propto", '≺': "prec", '≻': "succ", '⪯': "preceq", '⪰': "succeq", '≼': "preccurlyeq", '≽': "succcurlyeq",
	'⊂': "subset", '⊃': "supset", '⊆': "subseteq", '⊇': "supseteq", '⊊': "subsetneq", '⊋': "supsetneq", '⊄': "not\\subset",
	'⊈': "nsubseteq", '⊏': "sqsubset", '⊐': "sqsupset", '⊑': "sqsubseteq", '⊒': "sqsupseteq", '∈': "in", '∉': "notin", '∋': "ni",
	'⊢': "vdash", '⊣': "dashv", '⊨': "models", '⊩': "Vdash", '⊥': "perp", '∥': "parallel", '∦': "nparallel", '∣': "mid", '∤': "nmid",
	'⌣': "smile", '⌢': "frown", '⋈': "bowtie", '≮': "nless", '≯': "ngtr", '≰': "nleq", '≱': "ngeq", '≲': "lesssim", '≳': "gtrsim",
	'≜': "triangleq", '≗': "circeq", '≏': "bumpeq", '∽': "backsim", '≁': "nsim", '≊': "approxeq",

	// Arrows
	'←': "leftarrow", '→': "to", '↑': "uparrow", '↓': "downarrow", '↔': "leftrightarrow", '↕': "updownarrow", '⇐': "Leftarrow",
	'⇒': "Rightarrow", '⇑': "Uparrow", '⇓': "Downarrow", '⇔': "Leftrightarrow", '⇕': "Updownarrow", '↦': "mapsto", '↩': "hookleftarrow",
	'↪': "hookrightarrow", '↼': "leftharpoonup", '↽': "leftharpoondown", '⇀': "rightharpoonup", '⇁': "rightharpoondown",
	'⇌': "rightleftharpoons", '↗': "nearrow", '↘': "searrow", '↙': "swarrow", '↖': "nwarrow", '⟵': "longleftarrow",
	'⟶': "longrightarrow", '⟷': "longleftrightarrow", '⟸': "Longleftarrow", '⟹': "Longrightarrow", '⟺': "iff", '⟼': "longmapsto",
	'⇝': "rightsquigarrow", '↝': "leadsto", '↠': "twoheadrightarrow", '↣': "rightarrowtail", '⇄': "rightleftarrows", '↛': "nrightarrow",
	'⇏': "nRightarrow", '↺': "circlearrowleft", '↻': "circlearrowright",

	// Large operators
	'∑': "sum", '∏': "prod", '∐': "coprod", '∫': "int", '∬': "iint", '∭': "iiint", '∮': "oint", '⋂': "bigcap", '⋃': "bigcup",
	'⋀': "bigwedge", '⋁': "bigvee", '⨀': "bigodot", '⨁': "bigoplus", '⨂': "bigotimes", '⨄': "biguplus", '⨆': "bigsqcup",

	// Fences
	'⟨': "langle", '⟩': "rangle", '〈': "langle", '〉': "rangle", '⌊': "lfloor", '⌋': "rfloor", '⌈': "lceil", '⌉': "rceil", '‖': "Vert",
	'⎰': "lmoustache", '⎱': "rmoustache", '⟮': "lgroup", '⟯': "rgroup",

	// Others
	'∀': "forall", '∃': "exists", '∄': "nexists", '¬': "neg", '⊤': "top", '∠': "angle", '∡': "measuredangle", '√': "surd",
	'…': "ldots", '⋯': "cdots", '⋮': "vdots", '⋱': "ddots", '∴': "therefore", '∵': "because", '◻': "Box", '□': "Box", '■': "blacksquare", '♭': "flat",
	'♮': "natural", '♯': "sharp", '♠': "spadesuit", '♡': "heartsuit", '♢': "diamondsuit", '♣': "clubsuit", '°': "degree", '∁': "complement",
	'\u2003': "quad", '\u2002': "enspace",
}
