package article

import (
	"strings"
	"sync"

	"tidemark/core/internal/dom"
)

// signs are what a box is, and what its page calls it: a bit for each sign.
type signs uint64

type sign uint8

const (
	// by element and role
	inNav sign = iota
	inFooter
	inHeader
	inAside
	inMain
	inArticle
	inSection
	inForm
	inList
	inTable
	inTerms
	inFigure
	inDetails
	inDialog
	inNoscript
	inPre
	inQuote
	inLinkBox
	inBody // articleBody and its like, by schema.org

	// by classes and IDs
	saysContent
	saysNav
	saysFooter
	saysHeader
	saysAside
	saysComment
	saysShare
	saysRelated
	saysAd
	saysPopup
	saysMeta
	saysProduct
	saysPost
	saysHidden
	saysItem
	saysCaption
	saysAccount
	saysDescription
	saysTabs
	saysTitle
	saysAuthor
	saysList
	saysPoster

	signCount

	// These are no features: what is below the text, and what asks for consent.
	saysNotes   sign = 63
	saysConsent sign = 62
)

// nearby tells of each sign how many boxes up the nearest is: 0 is the box itself.
type nearby [signCount]uint8

// far is where there is none, or one that is further away than is counted.
const far = 15

var nowhere = func() (n nearby) {
	for i := range n {
		n[i] = far
	}
	return n
}()

var tagSigns = map[dom.Tag]sign{
	dom.TagNav: inNav, dom.TagFooter: inFooter, dom.TagHeader: inHeader, dom.TagAside: inAside, dom.TagMain: inMain, dom.TagArticle: inArticle,
	dom.TagSection: inSection, dom.TagForm: inForm, dom.TagUl: inList, dom.TagOl: inList, dom.TagMenu: inList, dom.TagTable: inTable, dom.TagDl: inTerms,
	dom.TagFigure: inFigure, dom.TagDetails: inDetails, dom.TagDialog: inDialog, dom.TagNoscript: inNoscript, dom.TagPre: inPre,
	dom.TagBlockquote: inQuote, dom.TagA: inLinkBox,
}

var signOfTag = func() (table [256]signs) {
	for tag, s := range tagSigns {
		table[tag] = 1 << s
	}
	return table
}()

var signOfRole = map[string]sign{
	"navigation": inNav, "menu": inNav, "menubar": inNav, "contentinfo": inFooter, "banner": inHeader, "complementary": inAside, "main": inMain,
	"article": inArticle, "search": inForm, "dialog": inDialog, "alertdialog": inDialog, "list": inList, "table": inTable, "doc-endnotes": saysNotes, "doc-footnote": saysNotes,
}

// classWords are words of classes and IDs. The table is made for the first page of which the content is asked.
var classWords = sync.OnceValue(func() map[string]signs {
	table := map[string]signs{}
	for s, words := range map[sign]string{
		saysContent: `content contents article entry story main body maincontent articlebody postbody text richtext prose markdown copy page
			wysiwyg document doc docs texte inhalt artikel beitrag contenido corpo contenu read reader body-text bodytext storybody articletext`,
		saysNav: `nav navbar navigation menu breadcrumb breadcrumbs crumb crumbs toc sidenav topnav subnav submenu megamenu sitemap pagination
			pager paging skip dropdown topbar toolbar tabs tabbar links hamburger navi menue`,
		saysFooter: `footer foot bottom copyright colophon legal footnav subfooter disclaimer imprint fuss`,
		saysHeader: `header head masthead banner top logo branding brand hero topbar kopf`,
		saysAside:  `sidebar aside side widget widgets rail right left col secondary complementary sidebars rightcol leftcol sidecol infobox`,
		saysComment: `comment comments commentlist discuss discussion respond reply replies disqus kommentar kommentare feedback guestbook
			commentary`,
		saysShare: `share sharing social socials follow facebook twitter whatsapp pinterest addthis sharedaddy sharethis tweet shares teilen icons`,
		saysRelated: `related recommend recommended recommendation recommendations similar popular trending latest recent more also readnext
			upnext outbrain taboola promo promoted teaser teasers suggested suggestions crosssell upsell upsells morestories newest next prev
			previous verwandte seealso readmore`,
		saysAd: `ad ads adv advert advertisement advertising adsense sponsor sponsored adslot dfp banner anzeige werbung promotion leaderboard
			billboard affiliate`,
		saysPopup: `cookie cookies consent gdpr modal popup overlay newsletter subscribe subscription signup notice paywall lightbox toast
			notification alert cta optin ccpa onetrust cookiebar mailchimp`,
		saysMeta: `meta metadata byline date time timestamp published tag tags category categories info postmeta dateline readtime topics
			keywords labels posted datum`,
		saysProduct: `product products price prices cart shop buy sku basket woocommerce pdp rating ratings review reviews stars spec specs
			specification specifications variant variants offer deal`,
		saysPost: `post posts message messages thread topic topics forum reply answer answers question cooked bbcode postbody
			postcontent msg discussions qa topicpost usercontent`,
		saysHidden: `hidden hide invisible visuallyhidden visually offscreen print noprint screenreader sronly accessibility collapsed`,
		saysItem:   `item card cards tile tiles grid cell result results row entry box block col`,
		saysCaption: `caption captions figure image img photo picture gallery media video slider slideshow carousel thumbnail thumb credit
			credits swiper slick`,
		saysAccount: `login account user users profile avatar signin register search searchbox filter filters filtering sort sorting facet
			facets auth member members language lang languages currency`,
		saysDescription: `description desc details detail summary abstract overview excerpt intro lead lede standfirst about features faq
			accordion excerpts`,
		saysTabs:    `tab tabs pane panel panels accordion collapse collapsible tabpanel`,
		saysTitle:   `title headline heading titel subtitle subhead subheading`,
		saysAuthor:  `author authors bio writer byline autor vcard contributor contributors`,
		saysList:    `list listing lists archive feed loop items collection category catalog index directory`,
		saysConsent: `cookie cookies consent gdpr ccpa onetrust cookiebar`,
		saysNotes:   `footnote footnotes endnote endnotes footdef`,
		saysPoster:  `signature sig userinfo poster postauthor postbit userstats avatar rank membergroup userdetails posterinfo profile`,
	} {
		for word := range strings.FieldsSeq(words) {
			table[word] |= 1 << s
		}
	}
	return table
})

// readWords returns what the words of an attribute say: they end at a mark, at a digit and before a capital letter.
func readWords(attribute string) (found signs) {
	said := classWords()
	var word [20]byte
	n := 0
	for i := 0; i <= len(attribute) && i < longestAttribute; i++ {
		c := byte(' ')
		if i < len(attribute) {
			c = attribute[i]
		}
		switch kinds[c] {
		case isLetter:
			if n < len(word) {
				word[n] = c
			}
			n++
		case isUpper:
			if i > 0 && kinds[attribute[i-1]] == isLetter {
				if n <= len(word) {
					found |= said[string(word[:n])]
				}
				n = 0
			}
			if n < len(word) {
				word[n] = c | 0x20
			}
			n++
		default:
			if n > 0 && n <= len(word) {
				found |= said[string(word[:n])]
			}
			n = 0
		}
	}
	return found
}

// longestAttribute is how much of an attribute is looked at.
const longestAttribute = 200

// read finds the signs of a box.
func (f *Finder) read(b *box) {
	n := f.doc.Node(b.node)
	found := signOfTag[n.Tag]
	b.likeness = uint32(n.Tag) * 0x9E3779B1
	if n.Kind == dom.KindElement {
		if n.Traits&dom.HasClass != 0 {
			value := f.doc.Value(b.node, dom.AttrClass)
			said, isKnown := f.known.Of(value)
			if !isKnown {
				*said = classed{readWords(value), hash(value)}
			}
			found |= said.signs
			b.likeness ^= said.hash
		}
		if n.Traits&dom.HasID != 0 {
			if value, ok := f.doc.Attr(b.node, dom.AttrID); ok {
				found |= readWords(value)
			}
		}
		if n.Traits&dom.HasPurpose != 0 {
			if s, ok := signOfRole[f.doc.Value(b.node, dom.AttrRole)]; ok {
				found |= 1 << s
			}
		}
		if value, ok := f.doc.Attr(b.node, dom.AttrItemprop); ok {
			switch value {
			case "articleBody", "text", "description", "reviewBody", "recipeInstructions", "mainContentOfPage", "acceptedAnswer":
				found |= 1 << inBody
			}
		}
	}
	b.signs = found
	for i := range b.near {
		if found>>i&1 != 0 {
			b.near[i] = 0
		} else if b.near[i] < far {
			b.near[i]++
		}
	}
}

// classed is what is known of a class attribute.
type classed struct {
	signs signs
	hash  uint32
}

// hash returns a number that is the same for the same classes, whatever digits are in them.
func hash(s string) uint32 {
	h := uint32(2166136261)
	for i := 0; i < len(s); i++ {
		if kinds[s[i]] == isDigit {
			continue
		}
		h = (h ^ uint32(s[i])) * 16777619
	}
	return h
}
