package inventory

import (
	"bytes"

	"tidemark/core/internal/dom"
	"tidemark/core/internal/page"
)

// CodeBlock is a block of code that is in the Markdown.
type CodeBlock struct {
	Language string `json:"language,omitempty"` // as the page says
	Text     string `json:"text"`               // the code, without line numbers
	HTML     Range  `json:"html"`               // where it is in the document
	Markdown *Range `json:"markdown,omitempty"` // where it is in the Markdown
}

// mayBeCode reports whether an element may be written as a block of code.
func mayBeCode(n *dom.Node) bool {
	switch page.Of(n.Tag).Role {
	case page.Preformatted, page.Code, page.AlertBox, page.Paragraph, page.Table:
		return true
	}
	return false
}

// isFormula reports whether a block of code is a formula that Markdown would find something else in.
func (r *Reader) isFormula(at *Range) bool {
	return bytes.HasPrefix(bytes.TrimLeft(r.places.markdown[at[0]:at[1]], "`~"), []byte("math\n"))
}

func (r *Reader) code(id dom.ID) {
	at := r.places.inMarkdown(id, AsCode)
	if at == nil || r.isFormula(at) {
		r.inside[aCode] = 0 // What is in it may be.
		return
	}
	r.scratch = r.page.AppendCodeBlock(r.scratch[:0], id)
	r.found.Code = append(r.found.Code, CodeBlock{
		Language: r.page.Language(id), Text: string(bytes.TrimSuffix(r.scratch, []byte("\n"))), HTML: r.places.InHTML(id), Markdown: at,
	})
}
