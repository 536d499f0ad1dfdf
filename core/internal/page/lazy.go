package page

import (
	"strings"

	"tidemark/core/internal/ascii"
	"tidemark/core/internal/dom"
)

// lazyAttributes hold the address that a script gives an image, or a frame, when it comes into view; those that lists of addresses
// are in come after all others.
var lazyAttributes = func() map[string]int {
	ranks := map[string]int{}
	for rank, name := range [...]string{
		"data-src",               // lazysizes, lozad, vanilla-lazyload, WeChat, Synology Note Station
		"data-lazy-src",          // WP Rocket, Jetpack, a3 Lazy Load
		"data-original",          // jQuery Lazy Load, Zhihu
		"data-actualsrc",         // Zhihu
		"data-hi-res-src",        // Weebly and image galleries
		"data-orig-src",          // Avada
		"data-original-src",      // Shopify themes
		"data-lazy",              // Slick
		"data-lazyload",          // Revolution Slider
		"data-lazyload-src",      //
		"data-flickity-lazyload", // Flickity
		"data-echo",              // Echo.js
		"data-cfsrc",             // Cloudflare Mirage
		"data-ezsrc",             // Ezoic
		"data-pagespeed-lazy-src",
		"data-wpfc-original-src", // WP Fastest Cache
		"data-opt-src",           // Optimole
		"data-breeze",            // Breeze
		"data-croporiginalsrc",   // WeChat
		"data-deferred-src", "data-defer-src", "data-delayed-url", "data-delay-url",
		"data-image", "data-image-src", "data-img-src", "data-img-url", "data-full-src", "data-large-src", "data-real-src",
		"data-hires", "data-old-hires", "data-src-retina", // Amazon, retina.js
		"data-orig-file", "data-large-file", // Jetpack's carousel
		"data-mce-src", // TinyMCE
		"data-url",     //
		"lazy-src", "lazysrc", "real_src", "realsrc", "loadlate",
		"zoomfile", "file", // Discuz!
		"data-image-loader",                // Ziff Davis
		"data-src-cmplz", "data-cmplz-src", // Complianz, which asks for consent
	} {
		ranks[name] = rank
	}
	for rank, name := range [...]string{
		"data-srcset", "data-lazy-srcset", "data-original-set", "data-ezsrcset", "data-opt-srcset", "data-pagespeed-lazy-srcset", "lazy-srcset", "srcset",
	} {
		ranks[name] = listsAddresses + rank
	}
	return ranks
}()

// listsAddresses is the rank of the first attribute with a list, as srcset has it.
const listsAddresses = 1 << 8

// isLazy reports whether an image says that a script gives it its source, whatever it has now.
func (p *Page) isLazy(id dom.ID) bool {
	if p.doc.Node(id).Traits&dom.HasClass == 0 {
		return false
	}
	class, ok := p.doc.Raw(id, dom.AttrClass)
	if !ok {
		class = p.doc.Value(id, dom.AttrClass)
	}
	return strings.Contains(class, "lazy")
}

// lazySource finds the address that an image would get in the place of one that is no use, or an empty one.
func (p *Page) lazySource(id dom.ID) string {
	if found := p.lazyAddress(id); found != "" {
		return found
	}
	if !p.doc.Is(p.doc.Node(id).Parent, dom.TagPicture) {
		return ""
	}
	found := ""
	for c, n := p.doc.Node(id).Prev, 0; c != 0 && n < lookAhead; c, n = p.doc.Node(c).Prev, n+1 { // The sources come before the image.
		if p.doc.Is(c, dom.TagSource) {
			if address := p.lazyAddress(c); address != "" {
				found = address
			}
		}
	}
	return found
}

// lazyAddress returns the address in the first of the lazyAttributes that an element has, by their order.
func (p *Page) lazyAddress(id dom.ID) string {
	found, best := "", 2*listsAddresses
	for a := range p.doc.Attrs(id) {
		rank, isLazy := lazyAttributes[a.Name]
		if !isLazy || rank >= best {
			continue
		}
		value := ascii.Trim(a.Value)
		if rank >= listsAddresses {
			value = largestCandidate(value)
		}
		if value != "" && value[0] != '{' && value[0] != '[' && sourceOf(value) == trueSource {
			found, best = value, rank
		}
	}
	return found
}
