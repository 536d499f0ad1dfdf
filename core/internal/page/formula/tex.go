package formula

import (
	"bytes"
	"unicode/utf8"

	"tidemark/core/internal/ascii"
)

// Clean takes out of TeX, in its place, what says nothing: comments, and white space beyond one space or, where lines are
// kept, one line end.
func Clean(tex []byte, lines bool) []byte {
	out := tex[:0]
	end := 0         // of what is seen
	space := byte(0) // what has come since the last content
	for i := 0; i < len(tex); {
		c := tex[i]
		switch {
		case ascii.IsSpace(c):
			if lines && c == '\n' {
				space = '\n'
			} else if space == 0 {
				space = ' '
			}
			i++
			continue
		case c == '%':
			// A comment goes up to the end of the line, and with it.
			for i < len(tex) && tex[i] != '\n' {
				i++
			}
			for i < len(tex) && ascii.IsSpace(tex[i]) {
				i++
			}
			continue
		case c == 0xc2 && i+1 < len(tex) && tex[i+1] == 0xa0: // U+00A0
			if space == 0 {
				space = ' '
			}
			i += 2
			continue
		}
		if space != 0 && len(out) > 0 {
			out = append(out, space)
		}
		space = 0
		_, size := utf8.DecodeRune(tex[i:])
		if c == '\\' && i+1 < len(tex) {
			if ascii.IsSpace(tex[i+1]) {
				out = append(out, '\\', ' ')
				i += 2
				continue
			}
			_, size = utf8.DecodeRune(tex[i+1:])
			size++
		}
		out = append(out, tex[i:i+size]...)
		end = len(out)
		i += size
	}
	return out[:end]
}

// cutDelimiters takes away delimiters around all of the TeX.
func cutDelimiters(tex []byte) []byte {
	for _, d := range [...]struct{ open, end string }{{`\(`, `\)`}, {`\[`, `\]`}, {"$$", "$$"}, {"$", "$"},
		{`\begin{displaymath}`, `\end{displaymath}`}} {
		if len(tex) <= len(d.open)+len(d.end) || string(tex[:len(d.open)]) != d.open || string(tex[len(tex)-len(d.end):]) != d.end {
			continue
		}
		if inner := tex[len(d.open) : len(tex)-len(d.end)]; !bytes.Contains(inner, []byte(d.end)) {
			return bytes.Trim(inner, " \n")
		}
	}
	return tex
}

// cutDisplayStyle takes away \displaystyle where it stands for all of a formula that is displayed, and the braces that
// MediaWiki writes around every formula together with a style.
func cutDisplayStyle(tex []byte, display, braces bool) []byte {
	if braces && len(tex) > 1 && tex[0] == '{' && closingBrace(tex) == len(tex)-1 {
		inner := tex[1 : len(tex)-1]
		for _, style := range [...]string{`\displaystyle`, `\textstyle`} {
			if rest, ok := cutCommand(inner, style); ok {
				return rest
			}
		}
	}
	if display {
		tex, _ = cutCommand(tex, `\displaystyle`)
	}
	return tex
}

// cutCommand takes a command away that TeX begins with.
func cutCommand(tex []byte, command string) ([]byte, bool) {
	rest, ok := bytes.CutPrefix(tex, []byte(command))
	if !ok || len(rest) > 0 && ascii.IsLetter(rest[0]) {
		return tex, false
	}
	return bytes.Trim(rest, " \n"), true
}

// closingBrace is where the brace that TeX begins with is closed, or -1.
func closingBrace(tex []byte) int {
	open := 0
	for i := 0; i < len(tex); i++ {
		switch tex[i] {
		case '\\':
			i++
		case '{':
			open++
		case '}':
			if open--; open == 0 {
				return i
			}
		}
	}
	return -1
}
