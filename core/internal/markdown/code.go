package markdown

import (
	"bytes"
	"strings"

	"tidemark/core/internal/dom"
	"tidemark/core/internal/inline"
	"tidemark/core/internal/page"
)

// code renders <code>: a code span. Markup within has no place there, but a link around all of it has one outside.
func (r *Renderer) code(id dom.ID) step {
	linked := false
	if only := r.doc.Node(id).First; only != 0 && only == r.doc.Node(id).Last && r.doc.Is(only, dom.TagA) && !r.inline.IsOpen(inline.LinkFormat) {
		href := r.doc.Value(only, dom.AttrHref)
		if address, ok := r.page.Address(href); ok && r.doc.Has(only, dom.AttrHref) && r.page.PermalinkOf(only, href, r.phrasing == oneLine) == page.NoPermalink {
			r.pushLink(r.linkTo(address, only))
			linked = true
		}
	}
	switch {
	case !linked && (r.page.IsCodeOfLines(id) || r.page.IsBlockOfCode(id)):
		return r.pre(id)
	case !r.page.HoldsPre(id):
		if r.scratch = r.page.AppendCode(r.scratch[:0], id); string(r.scratch) == "\u00a0" && r.doc.Is(id, dom.TagTt) {
			r.inline.AddText("\u00a0") // It sets off what is beside it, in Scribble.
		} else {
			r.inline.AddCode(r.scratch, int32(id))
		}
		if linked {
			r.inline.Pop()
		}
		return done
	case linked:
		return descend | endsFormat
	default:
		return descend
	}
}

// pre renders <pre>: a code block, with or without <code> in it.
func (r *Renderer) pre(id dom.ID) step {
	r.boundary()
	if r.page.IsGutter(id) {
		return done
	}
	r.scratch = r.page.AppendCodeBlock(r.scratch[:0], id)
	code := bytes.TrimSuffix(r.scratch, []byte("\n"))
	switch {
	case r.phrasing != blocks:
		r.addCodeLines(code, id)
		r.boundary()
	case len(code) > 0 || r.doc.Find(id, dom.TagCode) != 0:
		r.recordBlock(id)
		r.writeCode(code, r.page.Language(id))
	}
	return done
}

// addCodeLines puts a code block where there is room for inline content only: each line is a code span.
func (r *Renderer) addCodeLines(code []byte, id dom.ID) {
	for line := range bytes.SplitSeq(code, []byte("\n")) {
		if len(bytes.TrimSpace(line)) > 0 {
			r.inline.AddCode(bytes.TrimRight(line, " \t"), int32(id))
		}
		r.boundary()
	}
}

func (r *Renderer) writeCode(code []byte, language string) {
	r.w.room(len(code))
	if r.settings.Plain {
		r.plainCode(code)
		return
	}
	if r.settings.CodeIndented && language == "" && r.canIndent(code) {
		r.w.open(indentedCode)
		r.w.text("    ")
		r.writeLines(code, "    ")
		return
	}
	fence := r.settings.Fence
	if fence[0] == '`' && strings.IndexByte(language, '`') >= 0 {
		fence = "~~~"
	}
	fence += strings.Repeat(fence[:1], max(0, inline.LongestRun(&r.watch, code, fence[0])+1-len(fence)))
	r.w.open(fencedCode)
	r.w.text(fence)
	r.w.info(language)
	if len(code) > 0 {
		r.newCodeLine(code)
		r.writeLines(code, "")
	}
	r.w.newLine()
	r.w.text(fence)
}

// canIndent reports whether indentation can make a code block of code here: it cannot begin or end with a blank line nor go
// without one before it, a list before it or a marker on its line would take the indentation, and another would be one with it.
func (r *Renderer) canIndent(code []byte) bool {
	switch r.w.last {
	case bulletList, orderedList, footnoteBlock, indentedCode, rawBlock:
		return false
	case noBlock:
		if len(r.w.prefix) > 0 {
			return false
		}
	}
	return !r.w.needsBlankLine(indentedCode) && !isBlank(firstLine(code)) && !isBlank(code[bytes.LastIndexByte(code, '\n')+1:])
}

func isBlank(line []byte) bool { return len(bytes.TrimSpace(line)) == 0 }

func firstLine(code []byte) []byte {
	line, _, _ := bytes.Cut(code, []byte("\n"))
	return line
}

// newCodeLine begins the line that rest begins with.
func (r *Renderer) newCodeLine(rest []byte) {
	if len(firstLine(rest)) == 0 {
		r.w.blankLine()
		r.w.check()
		return
	}
	r.w.newLine()
}

func (r *Renderer) writeLines(code []byte, indent string) {
	for !r.stopped() {
		line, rest, more := bytes.Cut(code, []byte("\n"))
		r.w.bytes(line)
		if !more {
			return
		}
		r.newCodeLine(rest)
		if len(firstLine(rest)) > 0 {
			r.w.text(indent)
		}
		code = rest
	}
}
