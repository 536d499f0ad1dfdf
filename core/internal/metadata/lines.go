package metadata

import (
	"strings"

	"tidemark/core/internal/dom"
)

// line is a line of text as the page shows it.
type line struct {
	text string
	at   int // counted from the heading of the page on, below 0 before it
}

// How much is read around the heading of a page: what is told of the page stands there.
const (
	nodesBefore = 60
	nodesAfter  = 300
	linesBefore = 6
	linesAfter  = 30
	longestLine = 200
)

// linesAround returns the lines before the heading of the page and behind it.
func (r *reader) linesAround() (lines []line) {
	heading := r.heading.id
	if heading == 0 {
		return nil
	}
	start := heading
	for range nodesBefore {
		if before := r.preceding(start); before > 1 {
			start = before
		}
	}
	buf := []byte(nil)
	behind, count := false, 0
	flush := func() {
		if text := clean(string(buf)); text != "" && len(buf) <= longestLine {
			if behind {
				count++
			}
			lines = append(lines, line{text, count})
		}
		buf = buf[:0]
	}
	nodes := nodesBefore + nodesAfter
	for id := start; id != 0 && nodes > 0 && count < linesAfter; nodes-- {
		n := r.doc.Node(id)
		skip := false
		switch {
		case id == heading:
			flush()
			behind, skip, nodes = true, true, nodesAfter
		case n.Kind == dom.KindText:
			if len(buf) <= longestLine {
				text := r.doc.Text(id)
				buf = append(buf, text[:min(len(text), longestLine+1)]...)
			}
		case n.Kind != dom.KindElement:
			skip = true
		case isUnread(n.Tag):
			skip = true
		case !isPhrasing(n.Tag):
			flush()
		}
		if n.First != 0 && !skip {
			id = n.First
			continue
		}
		for id != 0 && r.doc.Node(id).Next == 0 {
			if id = r.doc.Node(id).Parent; id != 0 && !isPhrasing(r.doc.Node(id).Tag) {
				flush()
			}
		}
		if id != 0 {
			if !isPhrasing(r.doc.Node(id).Tag) && r.doc.Node(id).Kind == dom.KindElement {
				flush()
			}
			id = r.doc.Node(id).Next
		}
	}
	flush()
	before := 0
	for before < len(lines) && lines[before].at == 0 {
		before++
	}
	for i := range before {
		lines[i].at = i - before
	}
	return lines[max(0, before-linesBefore):]
}

// isUnread reports whether what is in an element is no text of the page.
func isUnread(tag dom.Tag) bool {
	switch tag {
	case dom.TagScript, dom.TagStyle, dom.TagTemplate, dom.TagSvg, dom.TagButton, dom.TagSelect, dom.TagForm, dom.TagNav:
		return true
	}
	return false
}

// preceding returns the node before another in document order, 0 if there is none.
func (r *reader) preceding(id dom.ID) dom.ID {
	n := r.doc.Node(id)
	if n.Prev == 0 {
		return n.Parent
	}
	id = n.Prev
	for range nodesBefore {
		last := r.doc.Node(id).Last
		if last == 0 || isUnread(r.doc.Node(id).Tag) {
			break
		}
		id = last
	}
	return id
}

// readLines makes claims of what lines near the heading say: a date, or a name behind a word such as "by".
func (r *reader) readLines() {
	const mostBeside, farthest = 60, 6
	for i, l := range r.lines {
		if d, start, end, ok := findDate(l.text, r.dayFirst()); ok && d.day > 0 {
			beside := len(l.text) - (end - start)
			before := strings.ToLower(l.text[:start])
			switch {
			case r.isList || l.at > farthest || beside > mostBeside || l.at < 0 && beside > 25:
			case isUpdated(before):
				r.claim(modified, byText+1, "text", d.String())
				r.claim(published, byText+2, "text", d.String())
			case l.at < 0:
				r.claim(published, byText+1, "text", d.String())
			default:
				r.claim(published, byText, "text", d.String())
			}
		}
		if l.at < 0 || l.at > 2*farthest {
			continue
		}
		var names []string
		if rest, ok := hasLead(l.text); ok && rest != "" {
			names = r.namesIn(rest, 9)
		} else if ok && i+1 < len(r.lines) {
			names = r.namesIn(r.lines[i+1].text, 9)
		}
		if len(names) > 0 && !r.has(authors, byText) {
			for _, name := range names {
				r.claim(authors, byText, "text", name)
			}
		}
	}
}

// isUpdated reports whether a text before a date says that something was changed then.
func isUpdated(text string) bool {
	for _, word := range [...]string{"updated", "modified", "edited", "aktualisiert", "geändert", "stand", "mis à jour", "actualizado", "更新"} {
		if strings.Contains(text, word) {
			return true
		}
	}
	return false
}

// hasLead reports whether a text begins with a word that leads to the names of authors, and what stands behind it.
func hasLead(text string) (rest string, ok bool) {
	rest = trimLead(text)
	return rest, rest != text
}
