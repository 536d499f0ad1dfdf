package metadata

import (
	"strings"
	"unicode"

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
	l := liner{doc: r.doc, id: heading, limit: longestLine}
	for range nodesBefore {
		if before := r.preceding(l.id); before > 1 {
			l.id = before
		}
	}
	behind, count := false, 0
	add := func(text string) {
		if text == "" {
			return
		}
		if behind {
			count++
		}
		lines = append(lines, line{text, count})
	}
	for nodes := nodesBefore + nodesAfter; l.id != 0 && nodes > 0 && count < linesAfter; nodes-- {
		isHeading := l.id == heading
		add(l.next(isHeading || r.isAsideElement(l.id)))
		if isHeading {
			behind, nodes = true, nodesAfter
		}
	}
	add(l.end())
	before := 0
	for before < len(lines) && lines[before].at == 0 {
		before++
	}
	for i := range before {
		lines[i].at = i - before
	}
	return lines[max(0, before-linesBefore):]
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
	const mostBeside, fewBeside, farthest = 60, 25, 6
	for i, l := range r.lines {
		if d, start, end, ok := findDate(l.text, r.dayFirst()); ok && d.day > 0 {
			beside := len(l.text) - (end - start)
			before := strings.ToLower(l.text[:start])
			switch {
			case r.isList || l.at > farthest || beside > mostBeside || beside > fewBeside && (l.at < 0 || strings.HasSuffix(l.text, ".")):
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
		rest, ok := hasLead(l.text)
		switch {
		case ok && rest != "":
			names = namesIn(rest, false)
		case ok && i+1 < len(r.lines):
			names = namesIn(r.lines[i+1].text, false)
		case l.at <= 3:
			names = namesBeside(l.text)
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

// namesBeside returns the name in a line that is a name and a date, and perhaps what somebody is.
func namesBeside(text string) (names []string) {
	if _, _, _, ok := findDate(text, true); !ok {
		return nil
	}
	for part := range strings.FieldsFuncSeq(text, func(c rune) bool { return strings.ContainsRune("|·•・,", c) }) {
		part = strings.TrimSpace(part)
		if strings.Contains(part, " ") && isName(part, false) && !isRole(part) && !strings.ContainsFunc(part, unicode.IsDigit) {
			return append(names, part)
		}
	}
	return nil
}
