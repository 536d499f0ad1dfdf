package page

import (
	"strings"

	"tidemark/core/internal/ascii"
	"tidemark/core/internal/dom"
	"tidemark/core/internal/weburl"
)

// MediaLink returns the name and the address of embedded content, and whether it is to be linked to. Without a title its name is that of
// its file, or the address where that is whole.
func (p *Page) MediaLink(id dom.ID) (name, target string, isLink bool) {
	if p.IsFrameDocument(id) {
		return "", "", false
	}
	if name = p.doc.Value(id, dom.AttrTitle); name == "" {
		name = p.doc.Value(id, dom.AttrAriaLabel)
	}
	// Without an address nothing is embedded: it is not that of the page.
	source := p.mediaSource(id)
	if sourceOf(source) != trueSource || p.isPixel(id) {
		return name, "", false
	}
	target, isLink = p.Address(source)
	if ascii.Trim(name) != "" || !isLink {
		return name, target, isLink
	}
	switch n := p.doc.Node(id); {
	case n.Tag == dom.TagObject && n.First != 0:
		return "", "", false // What is in it is said instead.
	case n.Traits&dom.HasConcealing != 0 && (p.doc.Value(id, dom.AttrAriaHidden) == "true" || isOffPage(p.doc.Value(id, dom.AttrStyle))):
		return "", "", false // A frame that only works for the page.
	}
	target = watchAddress(target)
	return fileName(target), target, true
}

// IsFrameDocument reports whether the document in a frame is in the page itself, and is what the frame holds.
func (p *Page) IsFrameDocument(id dom.ID) bool {
	return p.doc.Is(id, dom.TagIframe) && p.doc.Has(id, dom.AttrSrcdoc)
}

// mediaSource finds the address of embedded content, as it stands in an attribute.
func (p *Page) mediaSource(id dom.ID) string {
	for _, key := range [...]dom.AttrKey{dom.AttrSrc, dom.AttrData} {
		if address := p.doc.Value(id, key); sourceOf(address) == trueSource {
			return address
		}
	}
	if address := p.lazyAddress(id); address != "" {
		return address
	}
	for c := p.doc.Node(id).First; c != 0; c = p.doc.Node(c).Next {
		p.step()
		if !p.doc.Is(c, dom.TagSource) {
			continue
		}
		if address := p.doc.Value(c, dom.AttrSrc); address != "" {
			return address
		}
		if address := p.lazyAddress(c); address != "" {
			return address
		}
	}
	return ""
}

// longestAddress is how long an address is at most that is its own name: others are those of programs.
const longestAddress = 160

// fileName returns the last part of the path of an address, and one that is whole as it is if a reader can read it.
func fileName(address string) string {
	if weburl.Scheme(address) != "" && len(address) <= longestAddress {
		return address
	}
	path := address
	if i := strings.IndexAny(path, "?#"); i >= 0 {
		path = path[:i]
	}
	path = strings.TrimRight(path, "/")
	if path = path[strings.LastIndexByte(path, '/')+1:]; path == "" {
		return address
	}
	return path
}

// players are the pages of which only the part with the film is embedded, and where the film has a page of its own.
var players = [...]struct{ embedded, page string }{
	{"//www.youtube.com/embed/videoseries?list=", "https://www.youtube.com/playlist?list="},
	{"//www.youtube.com/embed/", "https://www.youtube.com/watch?v="},
	{"//youtube.com/embed/", "https://www.youtube.com/watch?v="},
	{"//m.youtube.com/embed/", "https://www.youtube.com/watch?v="},
	{"//www.youtube.com/v/", "https://www.youtube.com/watch?v="},
	{"//www.youtube-nocookie.com/embed/", "https://www.youtube.com/watch?v="},
	{"//youtube-nocookie.com/embed/", "https://www.youtube.com/watch?v="},
	{"//www.youtube-nocookie.com/v/", "https://www.youtube.com/watch?v="},
	{"//player.vimeo.com/video/", "https://vimeo.com/"},
	{"//www.dailymotion.com/embed/video/", "https://www.dailymotion.com/video/"},
	{"//player.twitch.tv/?video=", "https://www.twitch.tv/videos/"},
}

// watchAddress returns where to watch what an address embeds: that address itself but for the known players.
func watchAddress(address string) string {
	place := strings.TrimPrefix(strings.TrimPrefix(address, "https:"), "http:")
	for _, player := range players {
		if id, isOne := strings.CutPrefix(place, player.embedded); isOne {
			if i := strings.IndexAny(id, "?&#/"); i >= 0 {
				id = id[:i]
			}
			if id != "" {
				return player.page + id
			}
		}
	}
	return address
}
