package formula

import "tidemark/core/internal/ascii"

// texCommand is what follows a command of TeX that is left out.
type texCommand struct {
	hidden int  // so many arguments are left out with it, and what is in brackets before each
	shown  bool // after what is in brackets is an argument that stays
}

// texCommands are those that lead elsewhere, load something or set attributes of HTML, in LaTeX, KaTeX and MathJax.
// https://katex.org/docs/supported#html
// https://docs.mathjax.org/en/latest/input/tex/extensions/html.html
var texCommands = map[string]texCommand{
	"href": {hidden: 1}, "url": {}, "hyperref": {shown: true},
	"includegraphics": {hidden: 1}, "input": {hidden: 1}, "include": {hidden: 1}, "require": {hidden: 1}, "usepackage": {hidden: 1},
	"verbatiminput": {hidden: 1}, "lstinputlisting": {hidden: 1}, "special": {hidden: 1}, "directlua": {hidden: 1},
	"htmlData": {hidden: 1}, "htmlId": {hidden: 1}, "htmlClass": {hidden: 1}, "htmlStyle": {hidden: 1},
	"data": {hidden: 1}, "cssId": {hidden: 1}, "class": {hidden: 1}, "style": {hidden: 1}, "mmlToken": {hidden: 1, shown: true},
	"immediate": {}, "write": {}, "openin": {}, "openout": {}, "csname": {},
}

// clean is Clean, and drops such commands unless they are kept.
func (f *Finder) clean(tex []byte, lines bool) []byte {
	tex = Clean(tex, lines)
	if f.keepCommands {
		return tex
	}
	if kept := dropCommands(tex); len(kept) < len(tex) {
		return Clean(kept, lines)
	}
	return tex
}

// dropCommands takes the commands out of TeX, in its place, that lead elsewhere or load something. What they show stays.
func dropCommands(tex []byte) []byte {
	out := tex[:0]
	for i := 0; i < len(tex); {
		if tex[i] != '\\' {
			out = append(out, tex[i])
			i++
			continue
		}
		end := commandEnd(tex, i)
		command, ok := texCommands[string(tex[i+1:end])]
		if !ok {
			out = append(out, tex[i:end]...)
			i = end
			continue
		}
		if end < len(tex) && tex[end] == '*' {
			end++
		}
		for range command.hidden {
			end = argumentEnd(tex, bracketsEnd(tex, end))
		}
		if command.shown {
			end = bracketsEnd(tex, end)
		}
		if i = end; i < len(tex) && ascii.IsLetter(tex[i]) && endsCommand(out) {
			out = append(out, ' ') // Else it would become part of the name of the command before.
		}
	}
	return out
}

// commandEnd is where the name of the command that begins at i ends. It is letters, or one other byte.
func commandEnd(tex []byte, i int) int {
	end := i + 1
	for end < len(tex) && ascii.IsLetter(tex[end]) {
		end++
	}
	if end == i+1 && end < len(tex) {
		end++
	}
	return end
}

// endsCommand reports whether TeX ends with the name of a command.
func endsCommand(tex []byte) bool {
	n := len(tex)
	for n > 0 && ascii.IsLetter(tex[n-1]) {
		n--
	}
	return n < len(tex) && n > 0 && tex[n-1] == '\\'
}

// bracketsEnd is where the optional argument that may follow ends, if it is not too long to be one.
func bracketsEnd(tex []byte, i int) int {
	const longest = 1 << 10
	at := spacesEnd(tex, i)
	if at == len(tex) || tex[at] != '[' {
		return i
	}
	tex = tex[:min(len(tex), at+longest)]
	for end := at; end < len(tex); {
		switch tex[end] {
		case ']':
			return end + 1
		case '\\':
			end = commandEnd(tex, end)
		case '{':
			end = argumentEnd(tex, end)
		default:
			end++
		}
	}
	return i
}

// argumentEnd is where the argument that follows ends: what is in braces, a command, or one character.
func argumentEnd(tex []byte, i int) int {
	at := spacesEnd(tex, i)
	switch {
	case at == len(tex), tex[at] == '}':
		return i
	case tex[at] == '\\':
		return commandEnd(tex, at)
	case tex[at] != '{':
		at++
		for at < len(tex) && tex[at]&0xc0 == 0x80 {
			at++
		}
		return at
	}
	if end := closingBrace(tex[at:]); end > 0 {
		return at + end + 1
	}
	return len(tex)
}

func spacesEnd(tex []byte, i int) int {
	for i < len(tex) && ascii.IsSpace(tex[i]) {
		i++
	}
	return i
}
