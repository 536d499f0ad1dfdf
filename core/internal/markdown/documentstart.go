package markdown

// atStart tells whether nothing has been written of the document.
func (r *Renderer) atStart() bool { return len(r.w.out) == r.w.begin && r.gone == 0 }

// beginsFrontMatter tells of a first line that readers take for that of front matter, and not for Markdown: one of three dashes,
// plus signs or semicolons with the name of a language behind them or not, JSON, the keywords of Org and Pandoc's title.
func beginsFrontMatter[T string | []byte](line T) bool {
	switch c := line[0]; c {
	case '{', '%':
		return true
	case '#':
		return len(line) > 1 && line[1] == '+'
	case '-', '+', ';':
		return len(line) > 2 && line[1] == c && line[2] == c
	}
	return false
}
