package page

import (
	"strings"

	"tidemark/core/internal/ascii"
	"tidemark/core/internal/dom"
	"tidemark/core/internal/weburl"
)

// sourceKind tells of what use an address of an image is.
type sourceKind uint8

const (
	trueSource sourceKind = iota
	stopgap               // it is shown until a script puts another in its place
	noSource              // it shows nothing, or only where the page was made
)

// sourceOf returns of what use the value of an attribute is that has the address of an image.
func sourceOf(src string) sourceKind {
	if src = ascii.Trim(src); src == "" {
		return noSource
	}
	switch src[0] | 0x20 {
	case 'd', 'a', 'b', 'c', 'f', 'm', 'w', '/', '#':
		if len(src) <= longestEmpty && emptyAddresses[src] {
			return noSource
		}
		scheme := weburl.CleanScheme(src)
		if scheme == "" {
			break
		}
		switch scheme = strings.ToLower(scheme); {
		case scheme == "data":
			return stopgap
		case localSchemes[scheme]:
			return noSource
		}
	}
	return placeholderName(src)
}

// emptyAddresses are written where an image has none.
var emptyAddresses = map[string]bool{"#": true, "about:blank": true, "//:0": true, "/": true}

const longestEmpty = len("about:blank")

// localSchemes are those of addresses that lead somewhere only for who made the page: parts of a mail, files, and what a browser
// holds in memory.
var localSchemes = map[string]bool{"about": true, "blob": true, "cid": true, "file": true, "mid": true, "webkit-fake-url": true}

// placeholderName returns what the name of a file says of it.
func placeholderName(src string) sourceKind {
	if end := strings.IndexByte(src, '?'); end >= 0 {
		src = src[:end]
	}
	if end := strings.IndexByte(src, '#'); end >= 0 {
		src = src[:end]
	}
	tail := src[max(0, len(src)-longestPlaceholder-longestExtension-1):]
	dot, slash := -1, len(tail)-1
	for ; slash >= 0 && tail[slash] != '/'; slash-- {
		if tail[slash] == '.' && dot < 0 {
			dot = slash
		}
	}
	if slash < 0 && len(tail) < len(src) {
		return trueSource
	}
	name := tail[slash+1:]
	dot -= slash + 1
	if dot < 1 || placeholderLengths[name[0]|0x20]>>min(dot, longestPlaceholder+1)&1 == 0 {
		return trueSource
	}
	name = strings.ToLower(name)
	if kind, isKnown := placeholders[name[:dot]]; isKnown {
		return kind
	}
	return placeholders[name]
}

// The longest name up to the dot, and what comes after it.
const longestPlaceholder, longestExtension = len("loading_placeholder"), len(".jpeg")

// placeholders are the names of pictures that stand in the place of others, or only take up room: without what follows the dot, but
// for names that pictures of other kinds have too.
var placeholders = map[string]sourceKind{
	"1x1": noSource, "1x1-transparent": noSource, "1px": noSource, "blank": noSource, "clear.gif": noSource,
	"cleardot": noSource, "clearpixel": noSource, "pixel.gif": noSource, "pixel_trans": noSource, "shim.gif": noSource, "spacer": noSource,
	"trans.gif": noSource, "transparent": noSource, "transparent-pixel": noSource,

	"ajax-loader": stopgap, "dot": stopgap, "empty": stopgap, "gray": stopgap, "grey": stopgap, "image-placeholder": stopgap,
	"img-placeholder": stopgap, "lazy": stopgap, "lazy-load": stopgap, "lazy_placeholder": stopgap, "lazyload": stopgap, "loader": stopgap,
	"loading": stopgap, "loading_placeholder": stopgap, "none": stopgap, "null": stopgap, "pix": stopgap, "placeholder": stopgap,
	"placeholder-image": stopgap, "preload": stopgap, "preloader": stopgap, "space": stopgap, "spinner": stopgap, "white": stopgap,
}

// placeholderLengths are the lengths of these names up to the dot, as bits, by their first byte.
var placeholderLengths = func() (lengths [256]uint64) {
	for name := range placeholders {
		name, _, _ = strings.Cut(name, ".")
		lengths[name[0]|0x20] |= 1 << len(name)
	}
	return lengths
}()

// isPixel reports whether an image is too small to be seen: it counts who reads the page, or takes up room.
func (p *Page) isPixel(id dom.ID) bool {
	return isTiny(p.doc.Value(id, dom.AttrWidth)) && isTiny(p.doc.Value(id, dom.AttrHeight))
}

func isTiny(length string) bool {
	switch length {
	case "0", "1", "0px", "1px":
		return true
	}
	return false
}
