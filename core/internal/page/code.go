package page

import (
	"bytes"
	"strings"

	"tidemark/core/internal/ascii"
	"tidemark/core/internal/dom"
	"tidemark/core/internal/hugepage"
	"tidemark/core/internal/watch"
)

// Language finds the name of a programming language: on the block, the code in it, or what is around it.
func (p *Page) Language(pre dom.ID) string {
	elements := [...]dom.ID{p.doc.Find(pre, dom.TagCode), pre, p.doc.Node(pre).Parent}
	for _, id := range elements {
		if id == 0 {
			continue
		}
		if name := classLanguage(p.doc.Value(id, dom.AttrClass)); name != "" {
			return name
		}
	}
	for _, id := range elements {
		if id == 0 {
			continue
		}
		if name := p.doc.Value(id, dom.AttrDataLang); name != "" {
			return name
		}
	}
	return p.doc.Value(pre, dom.AttrLang)
}

// classLanguage finds the name of a language among classes.
func classLanguage(classes string) string {
	for classes != "" {
		class := classes
		if i := strings.IndexAny(classes, ascii.Space); i >= 0 {
			class, classes = classes[:i], classes[i+1:]
		} else {
			classes = ""
		}
		for _, prefix := range [...]string{"language-", "lang-", "highlight-source-"} {
			if name, ok := strings.CutPrefix(class, prefix); ok && name != "" {
				return name
			}
		}
	}
	return ""
}

// HoldsPre reports whether there is <pre> in an element, if it is near.
func (p *Page) HoldsPre(id dom.ID) bool {
	c := id
	for range lookAhead {
		if c = p.doc.Following(c, id); c == 0 {
			return false
		}
		if p.doc.Is(c, dom.TagPre) {
			return true
		}
	}
	return false
}

// AppendCode appends the text of an element, where <br> is a line end and a block has lines of its own.
func (p *Page) AppendCode(dst []byte, root dom.ID) []byte {
	start := len(dst)
	id := p.doc.Node(root).First
	for id != 0 {
		p.step()
		n := p.doc.Node(id)
		switch {
		case n.Kind == dom.KindText:
			text := p.doc.Text(id)
			if len(text) > watch.Every {
				dst, text = p.appendLong(dst, text)
			}
			dst = append(dst, text...)
		case n.Tag == dom.TagBr:
			dst = append(dst, '\n')
		case Of(n.Tag).Is(Raw | Field), p.IsUnseen(id):
			id = p.doc.FollowingSkipped(id, root)
			continue
		case Of(n.Tag).Is(CodeLine) && len(dst) > start && dst[len(dst)-1] != '\n':
			dst = append(dst, '\n')
		}
		next := p.doc.Following(id, root)
		// Lines end where their elements do.
		for at := id; at != root && (p.doc.Node(at).First == 0 || at != id) && next != 0; at = p.doc.Node(at).Parent {
			if Of(p.doc.Node(at).Tag).Is(CodeLine) && len(dst) > start && dst[len(dst)-1] != '\n' {
				dst = append(dst, '\n')
			}
			if p.doc.Node(at).Next != 0 {
				break
			}
		}
		id = next
	}
	for at := start; ; {
		n := bytes.IndexByte(dst[at:], '\r')
		if n < 0 {
			return dst
		}
		p.step()
		at += n
		dst[at] = '\n'
	}
}

// appendLong appends all of a long text but its end, which it returns.
func (p *Page) appendLong(dst []byte, text string) ([]byte, string) {
	dst = hugepage.Grow(p.watch, dst, len(text))
	for ; len(text) > watch.Every; text = text[watch.Every:] {
		dst = append(dst, text[:watch.Every]...)
		p.watch.Look()
	}
	return dst, text
}
