package inventory

import "tidemark/core/internal/jsontext"

// What follows appends what has been listed as JSON, as the tags of the fields say.

// AppendJSON appends the heading.
func (h *Heading) AppendJSON(dst []byte) []byte {
	dst = jsontext.AppendInt(dst, `{"level":`, h.Level)
	dst = jsontext.AppendString(dst, `,"text":`, h.Text)
	dst = appendSome(dst, `,"id":`, h.ID)
	dst = jsontext.AppendStrings(dst, `,"path":`, h.Path)
	return appendPlaces(dst, h.HTML, h.Markdown)
}

// AppendJSON appends the link.
func (l *Link) AppendJSON(dst []byte) []byte {
	dst = jsontext.AppendString(dst, `{"url":`, l.URL)
	dst = jsontext.AppendString(dst, `,"text":`, l.Text)
	dst = appendSome(dst, `,"title":`, l.Title)
	if len(l.Rel) > 0 {
		dst = jsontext.AppendStrings(dst, `,"rel":`, l.Rel)
	}
	dst = jsontext.AppendBool(dst, `,"internal":`, l.Internal)
	dst = jsontext.AppendString(dst, `,"where":`, string(l.Where))
	return appendPlaces(dst, l.HTML, l.Markdown)
}

// AppendJSON appends the image.
func (i *Image) AppendJSON(dst []byte) []byte {
	dst = jsontext.AppendString(dst, `{"url":`, i.URL)
	dst = appendSome(dst, `,"largest":`, i.Largest)
	dst = jsontext.AppendString(dst, `,"alt":`, i.Alt)
	dst = appendSome(dst, `,"title":`, i.Title)
	dst = appendSome(dst, `,"caption":`, i.Caption)
	if i.Width != 0 {
		dst = jsontext.AppendInt(dst, `,"width":`, i.Width)
	}
	if i.Height != 0 {
		dst = jsontext.AppendInt(dst, `,"height":`, i.Height)
	}
	dst = jsontext.AppendString(dst, `,"where":`, string(i.Where))
	return appendPlaces(dst, i.HTML, i.Markdown)
}

// AppendJSON appends the table.
func (t *Table) AppendJSON(dst []byte) []byte {
	dst = append(dst, '{')
	if t.Caption != "" {
		dst = append(jsontext.AppendString(dst, `"caption":`, t.Caption), ',')
	}
	dst = jsontext.AppendStrings(dst, `"header":`, t.Header)
	dst = appendRows(dst, `,"rows":`, t.Rows)
	dst = jsontext.AppendStrings(dst, `,"markdownHeader":`, t.MarkdownHeader)
	dst = appendRows(dst, `,"markdownRows":`, t.MarkdownRows)
	return appendPlaces(dst, t.HTML, t.Markdown)
}

// AppendJSON appends the block of code.
func (c *CodeBlock) AppendJSON(dst []byte) []byte {
	dst = append(dst, '{')
	if c.Language != "" {
		dst = append(jsontext.AppendString(dst, `"language":`, c.Language), ',')
	}
	dst = jsontext.AppendString(dst, `"text":`, c.Text)
	return appendPlaces(dst, c.HTML, c.Markdown)
}

// AppendJSON appends the footnote.
func (f *Footnote) AppendJSON(dst []byte) []byte {
	dst = jsontext.AppendString(dst, `{"label":`, f.Label)
	dst = jsontext.AppendString(dst, `,"text":`, f.Text)
	return appendPlaces(dst, f.HTML, f.Markdown)
}

// AppendJSON appends the range.
func (r *Range) AppendJSON(dst []byte, before string) []byte {
	return jsontext.AppendPair(dst, before, r[0], r[1])
}

// appendPlaces appends the members that all end with.
func appendPlaces(dst []byte, html Range, markdown *Range) []byte {
	dst = html.AppendJSON(dst, `,"html":`)
	if markdown != nil {
		dst = markdown.AppendJSON(dst, `,"markdown":`)
	}
	return append(dst, '}')
}

// appendSome appends a string, unless it is empty.
func appendSome(dst []byte, before, s string) []byte {
	if s == "" {
		return dst
	}
	return jsontext.AppendString(dst, before, s)
}

func appendRows(dst []byte, before string, rows [][]string) []byte {
	return jsontext.AppendArray(dst, before, rows, func(row *[]string, dst []byte) []byte { return jsontext.AppendStrings(dst, "", *row) })
}
