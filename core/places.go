package core

import (
	"cmp"
	"slices"

	"tidemark/core/internal/units"
)

// moveHTML turns the places in the decoded document into others, each by itself.
func (e *Extraction) moveHTML(turn func(place int) int) {
	e.ranges(func(html, _ *Range) {
		if html != nil {
			html[0], html[1] = turn(html[0]), turn(html[1])
		}
	})
}

// decodeHTML turns the places in the decoded document into others, by a function that is given all, in rising order.
func (e *Extraction) decodeHTML(turn func(places []int) error) error {
	var places []*int
	e.ranges(func(html, _ *Range) {
		if html != nil {
			places = append(places, &html[0], &html[1])
		}
	})
	slices.SortFunc(places, func(a, b *int) int { return cmp.Compare(*a, *b) })
	turned := make([]int, len(places))
	for i, place := range places {
		turned[i] = *place
	}
	err := turn(turned)
	for i, place := range places {
		*place = turned[i]
	}
	return err
}

// locateMarkdown turns the places in the Markdown into those in UTF-16.
func (e *Extraction) locateMarkdown(written []byte) {
	in := units.Of(written)
	for i := range e.Chunks {
		c := &e.Chunks[i]
		c.Overlap = in.At(c.Markdown[0]+c.Overlap) - in.At(c.Markdown[0])
	}
	e.ranges(func(_, markdown *Range) {
		if markdown != nil {
			markdown[0], markdown[1] = in.At(markdown[0]), in.At(markdown[1])
		}
	})
}

// ranges calls visit for where each thing stands.
func (e *Extraction) ranges(visit func(html, markdown *Range)) {
	for i := range e.Headings {
		visit(&e.Headings[i].HTML, e.Headings[i].Markdown)
	}
	for i := range e.Links {
		visit(&e.Links[i].HTML, e.Links[i].Markdown)
	}
	for i := range e.Images {
		visit(&e.Images[i].HTML, e.Images[i].Markdown)
	}
	for i := range e.Tables {
		visit(&e.Tables[i].HTML, e.Tables[i].Markdown)
	}
	for i := range e.Code {
		visit(&e.Code[i].HTML, e.Code[i].Markdown)
	}
	for i := range e.Footnotes {
		visit(&e.Footnotes[i].HTML, e.Footnotes[i].Markdown)
	}
	for i := range e.Chunks {
		c := &e.Chunks[i]
		visit(c.HTML, &c.Markdown)
		if c.Header != nil {
			visit(nil, c.Header)
		}
	}
}
