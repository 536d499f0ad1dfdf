package page

import (
	"strings"
	"unicode"

	"tidemark/core/internal/ascii"
	"tidemark/core/internal/dom"
)

// permalinkClasses are the classes of links that lead to where they stand. Generators put them beside a heading or a definition, or
// around it.
var permalinkClasses = map[string]bool{
	"headerlink":           true, // Sphinx, Python-Markdown, Pelican, Hexo
	"permalink":            true, // Python-Markdown, Gatsby
	"hash-link":            true, // Docusaurus
	"header-anchor":        true, // VuePress, VitePress, markdown-it-anchor, Substack
	"header":               true, // mdBook
	"heading-anchor":       true, // remark and rehype autolink
	"heading-anchor-icon":  true, // ReadMe
	"heading-link":         true, // Discourse, Hugo
	"anchor":               true, // GitHub, GitLab, AsciiDoctor, Gatsby, pkgdown
	"anchor-link":          true, // nbconvert, Javadoc, Zola
	"anchorjs-link":        true, // AnchorJS: Bootstrap, Quarto
	"anchor-heading":       true, // Just the Docs
	"doc-anchor":           true, // rustdoc
	"direct-link":          true, // Eleventy
	"direct-link-anchor":   true,
	"Documentation-idLink": true, // pkg.go.dev
	"hover-link":           true, // ExDoc
	"genanchor":            true, // php.net
	"copiable-link":        true, // Texinfo 7
	"copiable-anchor":      true, // Texinfo 6.8
	"self-link":            true, // Bikeshed, ReSpec
	"selflink":             true, // Haddock
	"sl-anchor-link":       true, // Starlight
	"subheading-anchor":    true, // Nextra, Hextra
	"td-heading-self-link": true, // Docsy
	"tsd-anchor-icon":      true, // TypeDoc
	"zola-anchor":          true, // Zola
	"toc-backref":          true, // docutils
	"toc-anchor":           true,
	"section-anchor":       true,
	"heading-permalink":    true, // league/commonmark
	"method-permalink":     true, // Crystal
	"anchor-section":       true, // bookdown
	"selfRef":              true, // xml2rfc, around the number and the name of a section
	"pilcrow":              true, // xml2rfc, behind a paragraph
}

// permalinkWords are what permalinks say that are not a symbol, in what a screen reader reads or an icon font replaces.
var permalinkWords = [...]string{
	"permalink", "permanent link", "direct link to", "link to ", "anchor", "section titled", "copy link", "heading link", "link",
}

// Permalink is what a link in this page is for where it stands.
type Permalink uint8

const (
	NoPermalink Permalink = iota
	Ornamental            // it is a mark to be copied from
	Around                // it stands around what it leads to, or to where that is listed: it is text
)

// PermalinkOf returns whether a link leads to where it stands. One in a heading needs no class for it.
func (p *Page) PermalinkOf(link dom.ID, href string, inHeading bool) Permalink {
	if inHeading && strings.Contains(href, "#node_toc_") { // TeX2page: back to the table of contents, which may be on another page
		return Around
	}
	isHere := strings.HasPrefix(href, "#")
	isMarked := p.saysClass(link, permalinkClass)
	if !isMarked && !(isHere && inHeading) || !isHere && strings.IndexByte(href, '#') < 0 {
		if inHeading && p.isNamedPermalink(link) && p.symbolIn(link, false) == ornament {
			return Ornamental // Verso: to an index, which leads back
		}
		return NoPermalink
	}
	switch p.symbolIn(link, isMarked) {
	case ornament:
		return Ornamental
	case words:
		if isMarked && p.hasPermalinkWords(link) && p.isBesideText(link) {
			return Ornamental
		}
	case unknownText:
		return NoPermalink
	}
	if inHeading && isHere && (isMarked || p.leadsToHeading(link)) {
		return Around
	}
	return NoPermalink
}

// isNamedPermalink reports whether the title of a link, or what is said aloud, calls it a permalink.
func (p *Page) isNamedPermalink(link dom.ID) bool {
	name := p.doc.Value(link, dom.AttrTitle)
	if name == "" {
		name = p.doc.Value(link, dom.AttrAriaLabel)
	}
	name = strings.ToLower(name)
	return strings.HasPrefix(name, "permalink") || strings.HasPrefix(name, "permanent link")
}

// linkText is what kind of text is in a link.
type linkText uint8

const (
	ornament    linkText = iota // none, or symbols
	words                       // letters or digits
	unknownText                 // something else
)

// permalinkSymbols are what permalinks show where nothing else says that they are some: others may be marks of footnotes.
const permalinkSymbols = "¶#§🔗∞⚓⛓¤⌘↑⇑◆[]()"

// symbolIn returns what kind of text is in a link.
func (p *Page) symbolIn(link dom.ID, isMarked bool) linkText {
	id := link
	for range lookAhead {
		n := p.doc.Node(id)
		switch {
		case n.Kind == dom.KindText:
			for _, c := range p.doc.Text(id) {
				switch {
				case unicode.IsLetter(c), unicode.IsDigit(c):
					return words
				case isMarked, !isSeen(c), strings.ContainsRune(permalinkSymbols, c), unicode.In(c, unicode.Cf, unicode.Mn, unicode.Co):
				default:
					return unknownText
				}
			}
		case n.Tag == dom.TagImg && !isMarked, n.Tag == dom.TagSup:
			return unknownText
		case n.Kind == dom.KindElement && id != link && p.IsUnseen(id):
			if id = p.doc.FollowingSkipped(id, link); id == 0 {
				return ornament
			}
			continue
		}
		if id = p.doc.Following(id, link); id == 0 {
			return ornament
		}
	}
	return words
}

// hasPermalinkWords reports whether the text of a link begins like that of a permalink.
func (p *Page) hasPermalinkWords(link dom.ID) bool {
	for id := p.doc.Following(link, link); id != 0; id = p.doc.Following(id, link) {
		p.step()
		if p.doc.Node(id).Kind != dom.KindText || p.doc.IsBlank(id) {
			continue
		}
		text := ascii.Trim(p.doc.Text(id))
		for _, w := range permalinkWords {
			if len(text) >= len(w) && strings.EqualFold(text[:len(w)], w) && (len(text) == len(w) || w != "link" && w != "anchor") {
				return true
			}
		}
		return false
	}
	return false
}

// isBesideText reports whether there is other text than that of a link, so that it is not what a heading says.
func (p *Page) isBesideText(link dom.ID) bool {
	n := p.doc.Node(link)
	if Of(p.doc.Node(n.Parent).Tag).Role != Heading {
		return true
	}
	for id := n.Prev; id != 0; id = p.doc.Node(id).Prev {
		p.step()
		if p.IsSureToShow(id) {
			return true
		}
	}
	for id := n.Next; id != 0; id = p.doc.Node(id).Next {
		p.step()
		if p.IsSureToShow(id) {
			return true
		}
	}
	return false
}

// leadsToHeading reports whether a link leads to what it stands in: the heading or its section, or something between.
func (p *Page) leadsToHeading(link dom.ID) bool {
	target := p.Fragment(link)
	id := link
	for range lookAhead {
		n := p.doc.Node(id)
		if n.Traits&dom.HasID != 0 && p.doc.Value(id, dom.AttrID) == target {
			return true
		}
		role := Of(n.Tag).Role
		for c := n.First; c != 0 && role == Heading; c = p.doc.Node(c).Next {
			p.step()
			if p.doc.Node(c).Traits&dom.HasID != 0 && p.doc.Value(c, dom.AttrID) == target || p.doc.Is(c, dom.TagA) && p.doc.Value(c, dom.AttrName) == target {
				return true // an empty element of the heading's, which names the place
			}
		}
		if n.Tag == dom.TagSection || n.Tag == dom.TagDiv || id == dom.Root {
			return false
		}
		id = n.Parent
	}
	return false
}

// IsFurniture reports whether an element serves the page, and not what it says: a permalink by its class, or a link to edit it.
func (p *Page) IsFurniture(id dom.ID) bool {
	if p.doc.Is(id, dom.TagA) && p.doc.Node(id).Traits&dom.HasClass != 0 {
		return p.PermalinkOf(id, p.doc.Value(id, dom.AttrHref), false) == Ornamental
	}
	return p.IsEditLink(id)
}

// editLinks are the classes of what serves who edits a page: what holds a link by which a section is edited, or opens one that is folded.
var editLinks = map[string]bool{
	"mw-editsection":      true, // MediaWiki
	"editsection":         true, // and of old
	"secedit":             true, // DokuWiki
	"ghlink-after":        true, // Erlang/OTP
	"ghlink-before":       true,
	"hideme":              true, // rustdoc: of a section that is open it is not seen
	"method-click-advice": true, // RDoc
	"joplin-source":       true, // Joplin: what the code or the formula beside it was made from
}

// IsEditLink reports whether an element holds a link by which a section is edited, or opens it.
func (p *Page) IsEditLink(id dom.ID) bool {
	n := p.doc.Node(id)
	return (n.Tag == dom.TagSpan || n.Tag == dom.TagDiv || n.Tag == dom.TagSummary || n.Tag == dom.TagPre) && p.saysClass(id, editLinkClass)
}
