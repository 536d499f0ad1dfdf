package inline

import (
	"bytes"
	"slices"

	"tidemark/core/internal/ascii"
	"tidemark/core/internal/watch"
)

// escaper writes literal text so that it stays text: a character is escaped when it would mean something at its place, and
// only then.
type escaper struct {
	none, dropHTML, autolinks, references, footnotes bool
	backslash                                        bool // a line break is a backslash
	addresses                                        bool // bare addresses have an escape that would take those of others
	keepsAddresses                                   bool // but those that would take nothing

	mode      LineMode
	lineStart int  // where the line begins in the output
	document  bool // the block is the first of the document
	first     bool // the line is the first of its block
	quote     bool // the block is the first of a quotation, which may be an alert
	item      bool // the block is the first of a list item, which may be a task

	delimiter int      // the delimiter that comes next
	backticks tristate // whether literal backticks are escaped
	embedded  bool     // see Writer.Embedded
	formulas  bool     // there are dollars around formulas
	tags      tristate // whether what looks like the start of a tag may find an end
	mailboxes tristate // whether what looks like the start of an e-mail address may be one
	brackets  int      // so many literal [ are open
	codeLinks tristate // whether there is code with what would end the text of a link
	unsafe    int32    // where in the text of the run no bare address before it can be left as it is

	inLink    bool
	balanced  bool // the literal brackets in the link pair up, and make no link themselves: all readers see it
	linkStart int  // where the text of the link begins in the output
}

// begin prepares for the run, which begins at start in the output.
func (e *escaper) begin(w *Writer, start int) {
	*e = escaper{
		none: w.options.EscapeNone, dropHTML: w.options.DropHTML, autolinks: w.options.Autolinks, references: w.options.LinkReferenced || w.options.LinksReferred,
		footnotes: w.options.Footnotes, quote: w.options.Alerts && w.At.Quote,
		keepsAddresses: w.options.KeepAddresses, backslash: w.options.Break == "\\",
		mode: w.At.Lines, lineStart: start, document: w.At.Document, first: !w.At.Joined, item: w.options.TaskLists && w.At.Item,
		formulas: w.run.formulas,
	}
	// Whatever the reader is said to do: an address would take the escape of a tag, and what code begins with.
	e.addresses = e.autolinks || bytes.IndexByte(w.run.text, '<') >= 0 || slices.ContainsFunc(w.run.tokens, holdsOther)
	if w.Embedded {
		e.embed(&w.run)
	}
	if e.formulas || w.options.Wrap > 0 {
		e.endsTags(&w.run)
	}
	if e.formulas {
		e.chooseMath(&w.run)
	}
}

// embed prepares for a run that is to stand beside others.
func (e *escaper) embed(r *run) {
	r.raw, e.embedded, e.backticks, e.tags = true, true, yes, yes
}

// holdsOther reports whether a token has text in it that is no text of the run.
func holdsOther(t token) bool {
	return t.kind == codeToken || t.kind == imageToken || t.kind == mathToken || t.kind == rawToken
}

// isTag reports whether a line break is written as <br>.
func (e *escaper) isTag(t *token) bool {
	return e.mode != ParagraphLines && !e.dropHTML && !(e.mode == HeadingLine && t.soft())
}

func (e *escaper) newLine(lineStart int) { e.lineStart, e.first = lineStart, false }

// enterLink prepares for the text of the link that token i opens.
func (e *escaper) enterLink(w *Writer, i int) {
	r := &w.run
	e.inLink, e.balanced = true, r.seen&bracketing == 0
	if e.balanced || e.endsLinks(r) {
		return
	}
	open := 0
	inside := r.tokens[i:r.tokens[i].pair]
	for i := range inside {
		t := &inside[i]
		switch t.kind {
		case codeToken, imageToken, footnoteToken, mathToken, rawToken:
			if open > 0 {
				return // Some readers see no link around brackets in brackets.
			}
		}
		if t.kind != textToken || t.seen&bracketing == 0 {
			continue
		}
		text := r.text[t.start:t.end]
		if e.references && bytes.ContainsAny(text, "[]") {
			return
		}
		for at, c := range text {
			switch c {
			case '[':
				if w.readsAsFootnote(text[at:]) || at == 0 && e.footnotes && definesFootnote(text, false) {
					return // It may be escaped.
				}
				if open++; open > 1 {
					return
				}
			case ']':
				if open--; open < 0 || byteAfter(text, at, 0) == '(' {
					return
				}
			}
		}
	}
	e.balanced = open == 0
}

func (e *escaper) leaveLink() { e.inLink = false }

// text writes token i.
func (e *escaper) text(w *Writer, i int) {
	t := &w.run.tokens[i]
	text := w.run.text[t.start:t.end]
	if e.none || e.isPlain(w, i, text) {
		w.out = append(w.out, w.long(text)...)
		return
	}
	lead, trail := 0, 0
	if t.seen&uncommon != 0 {
		if i == 0 {
			lead = leadingSpaces(text)
		}
		if i == len(w.run.tokens)-1 && lead < len(text) {
			trail = trailingSpaces(text)
		}
	}
	w.out = appendSpaceReferences(w.out, text[:lead])
	next := byte('&')
	if trail == 0 {
		next = w.nextByte(i)
	}
	start := t.start + int32(lead)
	text, trailing := text[lead:len(text)-trail], text[len(text)-trail:]
	for t.seen&separating != 0 {
		at := lineSeparator(text)
		if at < 0 {
			break
		}
		e.inner(w, i, text[:at], start, '&')
		w.out = appendSpaceReferences(w.out, text[at:at+separatorSize])
		text, start = text[at+separatorSize:], start+int32(at+separatorSize)
	}
	e.inner(w, i, text, start, next)
	w.out = appendSpaceReferences(w.out, trailing)
}

// isPlain reports whether text, by what is in it, means nothing anywhere. It may miss some.
func (e *escaper) isPlain(w *Writer, i int, text []byte) bool {
	seen := w.run.tokens[i].seen
	if seen&(hazardous&^addressing) != 0 {
		return false
	}
	if seen&addressing != 0 && e.addresses && !(e.inLink && e.balanced) && (seen&dotted != 0 && mayHoldSite(text) || seen&coloned != 0 && mayHoldScheme(text)) {
		return false
	}
	atEdge := i == 0 || i == len(w.run.tokens)-1
	return (seen&uncommon == 0 || !atEdge && (seen&separating == 0 || lineSeparator(text) < 0)) && (!startsBlock.Has(text[0]) || len(w.out) != e.lineStart)
}

// inner writes the text of token i, which begins at start in the text of the run, without the white space at the edges. next
// is the first byte after it.
func (e *escaper) inner(w *Writer, i int, text []byte, start int32, next byte) {
	if len(text) == 0 {
		return
	}
	from, to := 0, 0
	before := byte(0)
	if n := len(w.out); n > e.lineStart {
		before = w.out[n-1]
	}
	lineStart := e.mode == ParagraphLines && len(w.out) == e.lineStart
	if lineStart {
		from, to = e.lineHazard(&w.run, i, w.out[w.At.LineStart:])
	} else if e.item && i == 0 && isTaskBox(text) {
		to = 1 // Some renderers look for the box in a heading, too.
	}
	done := 0
	for at := 0; at < len(text); {
		c := text[at]
		forced := at >= from && at < to
		if byteClasses[c]&hazardous == 0 && !forced {
			if at++; at >= to {
				end := min(len(text), at+watch.Every)
				if at = skipPlain(text[:end], at); at+8 > end && end < len(text) {
					w.watch.Look()
				}
			}
			continue
		}
		if w.stopped() {
			return
		}
		end := at + 1
		var escape bool
		switch c {
		case '*', '_', '~':
			for end < len(text) && text[end] == c {
				end++
			}
			if escape = e.delimits(&w.run.delims, start+int32(at)); !escape && forced {
				escape, end = true, min(end, to)
			}
		case '<':
			after := byteAfter(text, at, next)
			escape = startsTag(after) && (after == '!' || e.endsTags(&w.run) || lineStart && at == 0) || startsMailbox(text[end:]) && e.holdsMailbox(&w.run)
		case '[':
			escape = forced || w.readsAsFootnote(text[at:]) || e.endsLinks(&w.run) || e.meaning(text, at, before, next)
		case '`':
			// Some readers see no link around one that is alone.
			escape = forced || e.inLink || e.escapesBackticks(&w.run)
		default:
			if escape = forced || e.meaning(text, at, before, next); escape && (c == ':' || c == '.' || c == '@') && !forced {
				if kept := e.bareAddress(w, literal{i, text, start, done, before, next}, at); kept > at {
					escape, end = false, kept
				}
			}
		}
		if escape {
			w.out = append(w.out, w.long(text[done:at])...)
			if c == '<' && e.reachedByAddress(w.out) {
				w.write("&lt;")
				at = end
			}
			for ; at < end; at++ {
				w.out = append(w.out, '\\', text[at])
			}
			if c == ']' && e.inLink && byteAfter(text, at-1, 0) == '(' {
				w.write(`\`) // Some readers forget the escape of a bracket there.
			}
			done = end
		}
		at = end
	}
	w.out = append(w.out, w.long(text[done:])...)
}

func byteAfter(text []byte, at int, next byte) byte {
	if at+1 < len(text) {
		return text[at+1]
	}
	return next
}

// delimits reports whether the delimiter run at that place of the text has been found to mean something.
func (e *escaper) delimits(d *delimiters, at int32) bool {
	for ; e.delimiter < len(d.list); e.delimiter++ {
		if m := &d.list[e.delimiter]; m.literal && m.at >= at {
			return m.at == at && m.escaped
		}
	}
	return false
}

// meaning reports whether a character means something in a line, between what is written before and after the text.
func (e *escaper) meaning(text []byte, at int, before, next byte) bool {
	switch text[at] {
	case '\\':
		return ascii.IsPunct(byteAfter(text, at, next)) || e.embedded && at+1 == len(text) || e.keepsAddresses && precedesAddress(text[at+1:])
	case '$':
		return e.formulas // It could be taken for one of those around a formula.
	case '&':
		return IsEntity(text[at:])
	case '!':
		return at+1 == len(text) && (next == '[' || e.embedded && next == '\n')
	case '[':
		if e.references || e.embedded || e.inLink && !e.balanced {
			return true
		}
		e.brackets++
	case ']':
		if e.embedded || e.inLink && (e.references || !e.balanced) {
			return true
		}
		if e.brackets > 0 && byteAfter(text, at, next) == '(' {
			return true
		}
		e.brackets = max(0, e.brackets-1)
	case ':', '.':
		return e.addresses && !(e.inLink && e.balanced) && startsAutolink(text, at, before, next)
	case '@':
		return e.autolinks && !(e.inLink && e.balanced) && startsAutolink(text, at, before, next)
	}
	return false
}

// endsLinks reports whether there is code in which some readers find the end of the text of a link that begins before it.
func (e *escaper) endsLinks(r *run) bool {
	if e.codeLinks == unasked {
		e.codeLinks = tristateOf(slices.ContainsFunc(r.tokens, func(t token) bool {
			return (t.kind == codeToken || t.kind == mathToken || t.kind == rawToken) && bytes.Contains(r.text[t.start:t.end], []byte("]("))
		}))
	}
	return e.codeLinks == yes
}
