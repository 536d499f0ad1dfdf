package page

import "tidemark/core/internal/dom"

// films are the elements that a script makes a player of, by their names: where the film is to be watched, and the attribute with its ID.
var films = map[string]struct{ page, id string }{
	"lite-youtube": {"https://www.youtube.com/watch?v=", "videoid"}, // paulirish/lite-youtube-embed, justinribeiro/lite-youtube
	"lite-vimeo":   {"https://vimeo.com/", "videoid"},               // luwes/lite-vimeo-embed, slightlyoff/lite-vimeo
	"amp-youtube":  {"https://www.youtube.com/watch?v=", "data-videoid"},
	"amp-vimeo":    {"https://vimeo.com/", "data-videoid"},
}

// FilmLink returns the name and the address of such a film, and whether it is to be linked to: not where the page has a link in its place.
func (p *Page) FilmLink(id dom.ID) (name, target string, isLink bool) {
	of := films[p.doc.Name(id)]
	film, _ := p.doc.Named(id, of.id)
	if film == "" || p.doc.Find(id, dom.TagA) != 0 {
		return "", "", false
	}
	target, isLink = p.Address(of.page + film)
	for _, attr := range [...]string{"playlabel", "videotitle", "title", "aria-label"} {
		if name, _ = p.doc.Named(id, attr); name != "" {
			return name, target, isLink
		}
	}
	return target, target, isLink
}
