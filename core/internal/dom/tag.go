package dom

// Tag is the name of an element that the parser or the renderer knows: a small dense number, so that tables can be
// indexed by it.
type Tag uint8

// The elements of the HTML Standard, those it calls obsolete, and those of SVG and MathML that parsing depends on.
const (
	// Unknown is an element with another name.
	Unknown Tag = iota
	TagA
	TagAbbr
	TagAcronym
	TagAddress
	TagAnnotationXML
	TagApplet
	TagArea
	TagArticle
	TagAside
	TagAudio
	TagB
	TagBase
	TagBasefont
	TagBdi
	TagBdo
	TagBgsound
	TagBig
	TagBlockquote
	TagBody
	TagBr
	TagButton
	TagCanvas
	TagCaption
	TagCenter
	TagCite
	TagCode
	TagCol
	TagColgroup
	TagData
	TagDatalist
	TagDd
	TagDel
	TagDesc
	TagDetails
	TagDfn
	TagDialog
	TagDir
	TagDiv
	TagDl
	TagDt
	TagEm
	TagEmbed
	TagFieldset
	TagFigcaption
	TagFigure
	TagFont
	TagFooter
	TagForeignObject
	TagForm
	TagFrame
	TagFrameset
	TagH1
	TagH2
	TagH3
	TagH4
	TagH5
	TagH6
	TagHead
	TagHeader
	TagHgroup
	TagHr
	TagHtml
	TagI
	TagIframe
	TagImage
	TagImg
	TagInput
	TagIns
	TagKbd
	TagKeygen
	TagLabel
	TagLegend
	TagLi
	TagLink
	TagListing
	TagMain
	TagMalignMark
	TagMap
	TagMark
	TagMarquee
	TagMath
	TagMenu
	TagMeta
	TagMeter
	TagMGlyph
	TagMI
	TagMN
	TagMO
	TagMS
	TagMText
	TagNav
	TagNobr
	TagNoembed
	TagNoframes
	TagNoscript
	TagObject
	TagOl
	TagOptgroup
	TagOption
	TagOutput
	TagP
	TagParam
	TagPicture
	TagPlaintext
	TagPre
	TagProgress
	TagQ
	TagRb
	TagRp
	TagRt
	TagRtc
	TagRuby
	TagS
	TagSamp
	TagScript
	TagSearch
	TagSection
	TagSelect
	TagSmall
	TagSource
	TagSpan
	TagStrike
	TagStrong
	TagStyle
	TagSub
	TagSummary
	TagSup
	TagSvg
	TagTable
	TagTbody
	TagTd
	TagTemplate
	TagTextarea
	TagTfoot
	TagTh
	TagThead
	TagTime
	TagTitle
	TagTr
	TagTrack
	TagTt
	TagU
	TagUl
	TagVar
	TagVideo
	TagWbr
	TagXmp

	// tagCount is the number of tags, Unknown among them.
	tagCount
)

var tagNames = [tagCount]string{
	TagA:             "a",
	TagAbbr:          "abbr",
	TagAcronym:       "acronym",
	TagAddress:       "address",
	TagAnnotationXML: "annotation-xml",
	TagApplet:        "applet",
	TagArea:          "area",
	TagArticle:       "article",
	TagAside:         "aside",
	TagAudio:         "audio",
	TagB:             "b",
	TagBase:          "base",
	TagBasefont:      "basefont",
	TagBdi:           "bdi",
	TagBdo:           "bdo",
	TagBgsound:       "bgsound",
	TagBig:           "big",
	TagBlockquote:    "blockquote",
	TagBody:          "body",
	TagBr:            "br",
	TagButton:        "button",
	TagCanvas:        "canvas",
	TagCaption:       "caption",
	TagCenter:        "center",
	TagCite:          "cite",
	TagCode:          "code",
	TagCol:           "col",
	TagColgroup:      "colgroup",
	TagData:          "data",
	TagDatalist:      "datalist",
	TagDd:            "dd",
	TagDel:           "del",
	TagDesc:          "desc",
	TagDetails:       "details",
	TagDfn:           "dfn",
	TagDialog:        "dialog",
	TagDir:           "dir",
	TagDiv:           "div",
	TagDl:            "dl",
	TagDt:            "dt",
	TagEm:            "em",
	TagEmbed:         "embed",
	TagFieldset:      "fieldset",
	TagFigcaption:    "figcaption",
	TagFigure:        "figure",
	TagFont:          "font",
	TagFooter:        "footer",
	TagForeignObject: "foreignobject",
	TagForm:          "form",
	TagFrame:         "frame",
	TagFrameset:      "frameset",
	TagH1:            "h1",
	TagH2:            "h2",
	TagH3:            "h3",
	TagH4:            "h4",
	TagH5:            "h5",
	TagH6:            "h6",
	TagHead:          "head",
	TagHeader:        "header",
	TagHgroup:        "hgroup",
	TagHr:            "hr",
	TagHtml:          "html",
	TagI:             "i",
	TagIframe:        "iframe",
	TagImage:         "image",
	TagImg:           "img",
	TagInput:         "input",
	TagIns:           "ins",
	TagKbd:           "kbd",
	TagKeygen:        "keygen",
	TagLabel:         "label",
	TagLegend:        "legend",
	TagLi:            "li",
	TagLink:          "link",
	TagListing:       "listing",
	TagMain:          "main",
	TagMalignMark:    "malignmark",
	TagMap:           "map",
	TagMark:          "mark",
	TagMarquee:       "marquee",
	TagMath:          "math",
	TagMenu:          "menu",
	TagMeta:          "meta",
	TagMeter:         "meter",
	TagMGlyph:        "mglyph",
	TagMI:            "mi",
	TagMN:            "mn",
	TagMO:            "mo",
	TagMS:            "ms",
	TagMText:         "mtext",
	TagNav:           "nav",
	TagNobr:          "nobr",
	TagNoembed:       "noembed",
	TagNoframes:      "noframes",
	TagNoscript:      "noscript",
	TagObject:        "object",
	TagOl:            "ol",
	TagOptgroup:      "optgroup",
	TagOption:        "option",
	TagOutput:        "output",
	TagP:             "p",
	TagParam:         "param",
	TagPicture:       "picture",
	TagPlaintext:     "plaintext",
	TagPre:           "pre",
	TagProgress:      "progress",
	TagQ:             "q",
	TagRb:            "rb",
	TagRp:            "rp",
	TagRt:            "rt",
	TagRtc:           "rtc",
	TagRuby:          "ruby",
	TagS:             "s",
	TagSamp:          "samp",
	TagScript:        "script",
	TagSearch:        "search",
	TagSection:       "section",
	TagSelect:        "select",
	TagSmall:         "small",
	TagSource:        "source",
	TagSpan:          "span",
	TagStrike:        "strike",
	TagStrong:        "strong",
	TagStyle:         "style",
	TagSub:           "sub",
	TagSummary:       "summary",
	TagSup:           "sup",
	TagSvg:           "svg",
	TagTable:         "table",
	TagTbody:         "tbody",
	TagTd:            "td",
	TagTemplate:      "template",
	TagTextarea:      "textarea",
	TagTfoot:         "tfoot",
	TagTh:            "th",
	TagThead:         "thead",
	TagTime:          "time",
	TagTitle:         "title",
	TagTr:            "tr",
	TagTrack:         "track",
	TagTt:            "tt",
	TagU:             "u",
	TagUl:            "ul",
	TagVar:           "var",
	TagVideo:         "video",
	TagWbr:           "wbr",
	TagXmp:           "xmp",
}

// FindTag returns the tag of an element by its lower-case name.
func FindTag(name []byte) Tag { return Tag(tagTable.find(name)) }

// FindShortTag is FindTag for a name of at most eight bytes, given as a little-endian number with 0xFF behind it.
func FindShortTag(head uint64) Tag { return Tag(tagTable.findShort(head)) }

var tagTable = newWordTable(tagNames[:], tagMultiplier)

// TagName returns the name of a tag in lower case.
func TagName(tag Tag) string { return tagNames[tag] }
