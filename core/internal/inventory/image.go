package inventory

import (
	"strconv"
	"strings"

	"tidemark/core/internal/dom"
	"tidemark/core/internal/page"
)

// Image is an image of the page, in the Markdown or not. Of what it does not say the field is empty.
type Image struct {
	URL      string `json:"url"`                // absolute where it is known what it is relative to
	Largest  string `json:"largest,omitempty"`  // the address of the largest there is of it, if that is another
	Alt      string `json:"alt"`                // what it says to those who do not see it
	Title    string `json:"title,omitempty"`    // its attribute
	Caption  string `json:"caption,omitempty"`  // that of the figure it is in
	Width    int    `json:"width,omitempty"`    // in pixels, as the page says
	Height   int    `json:"height,omitempty"`   // in pixels, as the page says
	Where    Region `json:"where"`              // the part of the page it is in
	HTML     Range  `json:"html"`               // where it is in the document
	Markdown *Range `json:"markdown,omitempty"` // where it is in the Markdown, if it is
}

func (r *Reader) image(id dom.ID) {
	source, ok := r.page.ImageSource(id)
	at := r.places.inMarkdown(id, AsImage)
	if !ok || at == nil && r.page.ImageMode(id) != page.Keep {
		return
	}
	i := Image{
		URL: source, Alt: strings.TrimSpace(r.doc.Value(id, dom.AttrAlt)), Title: r.doc.Value(id, dom.AttrTitle), Caption: r.captionOf(id),
		Width: pixels(r.doc.Value(id, dom.AttrWidth)), Height: pixels(r.doc.Value(id, dom.AttrHeight)),
		Where: r.where(at), HTML: r.places.InHTML(id), Markdown: at,
	}
	if largest, ok := r.page.LargestSource(id); ok && largest != source {
		i.Largest = largest
	}
	r.found.Images = append(r.found.Images, i)
}

// caption is what a figure says of what is in it.
type caption struct {
	figure dom.ID
	text   string
}

// captionOf returns what the figure that an image stands in says of it.
func (r *Reader) captionOf(image dom.ID) string {
	const near = 6
	figure := image
	for range near {
		if figure = r.doc.Node(figure).Parent; figure == 0 {
			return ""
		} else if r.doc.Is(figure, dom.TagFigure) {
			break
		}
	}
	if r.caption.figure != figure { // It may hold many images.
		r.caption = caption{figure: figure, text: r.findCaption(figure)}
	}
	text := r.caption.text
	r.caption.text = cut(text) // It is said again with each.
	return text
}

func (r *Reader) findCaption(figure dom.ID) string {
	if !r.doc.Is(figure, dom.TagFigure) {
		return ""
	}
	for c := r.doc.Node(figure).First; c != 0; c = r.doc.Node(c).Next {
		r.step()
		if r.doc.Is(c, dom.TagFigcaption) && !r.page.IsUnseen(c) {
			return r.text(c)
		}
	}
	return ""
}

// pixels reads a dimension of pixels, 0 of one in something else.
// https://html.spec.whatwg.org/multipage/common-microsyntaxes.html#non-negative-integers
func pixels(value string) int {
	n, err := strconv.Atoi(strings.TrimSuffix(strings.TrimSpace(value), "px"))
	if err != nil || n < 0 || n > 1<<20 {
		return 0
	}
	return n
}
