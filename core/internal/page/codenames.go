package page

import "strings"

// IsLanguage reports whether a word is the name of a programming language, or of another that highlighters know, and is no word that classes
// are made of for other reasons.
func IsLanguage(name string) bool {
	if name == "" || len(name) > len("objective-cpp")+8 {
		return false
	}
	switch strings.ToLower(name) {
	case "abap", "abnf", "actionscript", "ada", "adoc", "agda", "antlr", "antlr4", "apache", "apacheconf", "apex", "apl", "applescript", "arduino",
		"arm", "armasm", "asciidoc", "asm", "asp", "aspnet", "assembly", "astro", "awk", "ahk", "autohotkey", "autoit",
		"bash", "bat", "batch", "batchfile", "bibtex", "bicep", "blade", "bnf", "brainfuck", "bsl",
		"c", "c#", "c++", "cc", "clj", "cljs", "clojure", "clojurescript", "cmake", "cmd", "cobol", "coffee", "coffeescript", "common-lisp", "conf",
		"console", "cpp", "crystal", "cs", "csharp", "css", "csv", "cuda", "cue", "curl", "cypher", "cython",
		"d", "dart", "delphi", "diff", "django", "docker", "dockerfile", "dos", "dotenv", "dotnet", "dts",
		"ebnf", "ejs", "elisp", "elixir", "elm", "emacs-lisp", "env", "erb", "erl", "erlang", "ex", "exs",
		"f#", "fish", "forth", "fortran", "fs", "fsharp", "gawk", "gdscript", "gherkin", "git", "gitignore", "glsl", "go", "golang", "gql", "gradle",
		"graphql", "graphviz", "groovy", "haml", "handlebars", "haskell", "haxe", "hbs", "hcl", "hlsl", "hs", "htm", "html", "html+django",
		"html+jinja", "html+erb", "html+php", "html5", "http", "idris", "ini", "ipython", "ipython3", "ipythonconsole",
		"java", "javascript", "jinja", "jinja2", "jl", "js", "json", "json5", "jsonc", "jsonnet", "jsonp", "jsp", "jsx", "julia", "jupyter",
		"kdl", "kotlin", "ksh", "kt", "kts", "latex", "lean", "less", "liquid", "lisp", "livescript", "llvm", "lua",
		"make", "makefile", "markdown", "markup", "mathematica", "mathml", "matlab", "md", "mdx", "mermaid", "mips", "mongodb", "mysql",
		"nasm", "nginx", "nim", "nix", "nushell", "nu", "obj-c", "objc", "objective-c", "objectivec", "objective-cpp", "ocaml", "octave", "odin",
		"openscad", "pascal", "patch", "perl", "perl6", "pgsql", "php", "plpgsql", "plsql", "po", "postgres", "postgresql", "powershell",
		"prisma", "prolog", "promql", "properties", "proto", "protobuf", "ps1", "pug", "puppet", "purescript", "pwsh", "py", "py3", "pycon",
		"python", "python2", "python3", "pytb", "qml", "r", "racket", "raku", "rb", "reason", "regex", "rego", "rs", "rst", "ruby", "rust",
		"sass", "scala", "scheme", "scm", "scss", "sed", "sh", "shell", "shell-session", "shellscript", "shellsession", "smali", "smalltalk", "sml",
		"sol", "solidity", "sparql", "sql", "sqlite", "squirrel", "starlark", "stylus", "svelte", "svg", "swift", "systemverilog",
		"tcl", "terraform", "tex", "tf", "toml", "ts", "tsql", "tsx", "turtle", "twig", "typescript", "typoscript",
		"vb", "vb.net", "vba", "vbnet", "vbscript", "verilog", "vhdl", "vim", "viml", "vue", "vue-html", "wasm", "webassembly", "wat", "wgsl", "wolfram",
		"xml", "xquery", "xsl", "xslt", "yaml", "yml", "zig", "zsh":
		return true
	}
	return false
}
