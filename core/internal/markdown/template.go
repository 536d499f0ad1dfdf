package markdown

import (
	"bytes"
	"strings"

	"tidemark/core/internal/dom"
	"tidemark/core/internal/inline"
	"tidemark/core/internal/rule"
)

// writeTemplate returns the Markdown of an element by the template of a rule.
func (r *Renderer) writeTemplate(id dom.ID, number int) []byte {
	t := templateWriter{r: r, id: id}
	for i := range r.settings.Rules.Rules[number].Template {
		t.part(&r.settings.Rules.Rules[number].Template[i])
	}
	r.w.full = r.w.full || len(t.out) > r.w.limit
	return t.out
}

// templateWriter writes one element by a template.
type templateWriter struct {
	r   *Renderer
	id  dom.ID
	out []byte

	apart  bool   // what has been written last holds blocks: what comes next is another
	prefix []byte // of its lines
}

// part writes a part of the template.
func (t *templateWriter) part(p *rule.Part) {
	if t.apart && (p.Kind != rule.Literal || p.Text[0] != '\n') {
		t.separate()
	}
	t.apart = false
	switch p.Kind {
	case rule.Content:
		t.lines(t.r.content(t.id))
	case rule.HTML:
		t.out = append(t.out, t.r.htmlOf(t.id)...)
	case rule.Code:
		t.out = inline.AppendCodeSpan(t.out, bytes.TrimSpace(t.r.appendValues(nil, t.id, p.Parts)))
	case rule.Fence:
		t.out = t.r.appendFence(t.out, t.id, p)
	case rule.Address:
		t.out = t.r.appendAddress(t.out, t.id, p.Parts)
	default:
		t.out = t.r.appendValue(t.out, t.id, p)
	}
}

// lines writes Markdown of several lines, each of which begins as the containers want that the template has before it in the line. Blocks
// that would come after something else in the line stand apart from it, or they would be no blocks.
func (t *templateWriter) lines(markdown []byte) {
	isStart := false
	t.prefix, isStart = inline.Continuation(t.out[bytes.LastIndexByte(t.out, '\n')+1:])
	if t.apart = inline.HoldsBlocks(markdown); t.apart && !isStart {
		t.separate()
	}
	for {
		line, rest, more := bytes.Cut(markdown, []byte("\n"))
		t.out = append(t.out, line...)
		if !more {
			return
		}
		if markdown = rest; len(rest) == 0 || rest[0] == '\n' {
			t.out = append(append(t.out, '\n'), bytes.TrimRight(t.prefix, " ")...)
		} else {
			t.out = append(append(t.out, '\n'), t.prefix...)
		}
	}
}

// separate begins another block.
func (t *templateWriter) separate() {
	t.out = append(append(t.out, '\n'), bytes.TrimRight(t.prefix, " ")...)
	t.out = append(append(t.out, '\n'), t.prefix...)
}

// appendValues appends parts that all stand in one place.
func (r *Renderer) appendValues(dst []byte, id dom.ID, parts []rule.Part) []byte {
	for i := range parts {
		dst = r.appendValue(dst, id, &parts[i])
	}
	return dst
}

// appendValue appends a part that is a value, escaped for its place.
func (r *Renderer) appendValue(dst []byte, id dom.ID, p *rule.Part) []byte {
	if p.Kind == rule.Literal {
		return append(dst, p.Text...)
	}
	switch value := r.valueOf(id, p); p.Place {
	case rule.InText:
		return append(dst, r.textOf(value)...)
	case rule.InTitle:
		return inline.AppendTitleText(dst, value)
	case rule.InInfo:
		return inline.AppendInfo(dst, value)
	case rule.InAddress:
		return inline.AppendAddressPart(dst, value)
	case rule.InTag:
		return append(dst, attributeEscapes.Replace(value)...)
	default:
		return append(dst, value...)
	}
}

// attributeEscapes escape the value of an attribute of HTML, so that it stays in its line.
var attributeEscapes = strings.NewReplacer("&", "&amp;", `"`, "&quot;", "'", "&#39;", "<", "&lt;", ">", "&gt;", "\n", "&#10;", "\r", "&#13;")

// valueOf returns what a part stands for.
func (r *Renderer) valueOf(id dom.ID, p *rule.Part) string {
	if p.Kind == rule.Text {
		return string(r.doc.AppendTextContent(nil, id))
	}
	value, _ := r.doc.Named(id, p.Text)
	return value
}

// textOf returns text as Markdown.
func (r *Renderer) textOf(text string) []byte {
	e := r.embed()
	r.inline.AddText(text)
	return r.embedded(e)
}

// htmlOf returns an element as HTML in one line, without what would run in it.
func (r *Renderer) htmlOf(id dom.ID) []byte {
	limit := int(^uint(0) >> 1)
	traits := r.doc.Node(id).Traits
	r.doc.Node(id).Traits |= dom.Kept
	html, isWhole := r.html.AppendKept(nil, &r.watch, r.doc, &r.page, id, limit, true)
	r.doc.Node(id).Traits = traits
	r.w.full = r.w.full || !isWhole
	return html
}

// appendFence appends a fenced code block whose fence is longer than any in it.
func (r *Renderer) appendFence(dst []byte, id dom.ID, p *rule.Part) []byte {
	code := bytes.TrimSuffix(r.appendValues(nil, id, p.Parts), []byte("\n"))
	info := r.appendValues(nil, id, p.Info)
	mark := p.Text[:1]
	if mark == "`" && bytes.IndexByte(info, '`') >= 0 {
		mark = "~"
	}
	fence := mark + strings.Repeat(mark, max(len(p.Text), inline.LongestRun(&r.watch, code, mark[0])+1)-1)
	dst = append(dst, fence...)
	dst = append(append(dst, info...), '\n')
	if len(code) > 0 {
		dst = append(append(dst, code...), '\n')
	}
	return append(dst, fence...)
}

// appendAddress appends the destination of a link. One that begins with a value is resolved, unless that is empty, and left out where it may not
// be used: nor may what values make of it together.
func (r *Renderer) appendAddress(dst []byte, id dom.ID, parts []rule.Part) []byte {
	start := len(dst)
	for len(parts) > 0 && parts[0].Kind != rule.Literal && r.valueOf(id, &parts[0]) == "" {
		parts = parts[1:]
	}
	if len(parts) == 0 || parts[0].Kind == rule.Literal {
		dst = r.appendValues(dst, id, parts)
		if len(parts) > 0 && strings.IndexByte(parts[0].Text, ':') >= 0 {
			return dst // The scheme is that of the template.
		}
	} else {
		address, ok := r.page.Address(r.valueOf(id, &parts[0]))
		if !ok {
			return dst
		}
		if len(parts) == 1 {
			return inline.AppendDestination(dst, address)
		}
		dst = r.appendValues(inline.AppendAddressPart(dst, address), id, parts[1:])
	}
	if _, ok := r.page.Address(string(dst[start:])); !ok {
		return dst[:start]
	}
	return dst
}
