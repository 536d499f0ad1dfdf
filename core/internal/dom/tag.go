package dom

// Tag is an HTML element by its name: a small dense number, so that tables can be indexed by it.
type Tag uint8

// The elements of the HTML Standard, and those it calls obsolete.
const (
	// Unknown is an element with another name, or one that is not HTML.
	Unknown Tag = iota
	TagA
	TagAbbr
	TagAcronym
	TagAddress
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
	TagImg
	TagInput
	TagIns
	TagKbd
	TagLabel
	TagLegend
	TagLi
	TagLink
	TagListing
	TagMain
	TagMap
	TagMark
	TagMarquee
	TagMath
	TagMenu
	TagMeta
	TagMeter
	TagNav
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
)

// TagOf gives the tag of an element by its lower-case name.
func TagOf(name string) Tag { return tags[name] }

var tags = map[string]Tag{
	"a":          TagA,
	"abbr":       TagAbbr,
	"acronym":    TagAcronym,
	"address":    TagAddress,
	"applet":     TagApplet,
	"area":       TagArea,
	"article":    TagArticle,
	"aside":      TagAside,
	"audio":      TagAudio,
	"b":          TagB,
	"base":       TagBase,
	"basefont":   TagBasefont,
	"bdi":        TagBdi,
	"bdo":        TagBdo,
	"bgsound":    TagBgsound,
	"big":        TagBig,
	"blockquote": TagBlockquote,
	"body":       TagBody,
	"br":         TagBr,
	"button":     TagButton,
	"canvas":     TagCanvas,
	"caption":    TagCaption,
	"center":     TagCenter,
	"cite":       TagCite,
	"code":       TagCode,
	"col":        TagCol,
	"colgroup":   TagColgroup,
	"data":       TagData,
	"datalist":   TagDatalist,
	"dd":         TagDd,
	"del":        TagDel,
	"details":    TagDetails,
	"dfn":        TagDfn,
	"dialog":     TagDialog,
	"dir":        TagDir,
	"div":        TagDiv,
	"dl":         TagDl,
	"dt":         TagDt,
	"em":         TagEm,
	"embed":      TagEmbed,
	"fieldset":   TagFieldset,
	"figcaption": TagFigcaption,
	"figure":     TagFigure,
	"font":       TagFont,
	"footer":     TagFooter,
	"form":       TagForm,
	"frame":      TagFrame,
	"frameset":   TagFrameset,
	"h1":         TagH1,
	"h2":         TagH2,
	"h3":         TagH3,
	"h4":         TagH4,
	"h5":         TagH5,
	"h6":         TagH6,
	"head":       TagHead,
	"header":     TagHeader,
	"hgroup":     TagHgroup,
	"hr":         TagHr,
	"html":       TagHtml,
	"i":          TagI,
	"iframe":     TagIframe,
	"img":        TagImg,
	"input":      TagInput,
	"ins":        TagIns,
	"kbd":        TagKbd,
	"label":      TagLabel,
	"legend":     TagLegend,
	"li":         TagLi,
	"link":       TagLink,
	"listing":    TagListing,
	"main":       TagMain,
	"map":        TagMap,
	"mark":       TagMark,
	"marquee":    TagMarquee,
	"math":       TagMath,
	"menu":       TagMenu,
	"meta":       TagMeta,
	"meter":      TagMeter,
	"nav":        TagNav,
	"noembed":    TagNoembed,
	"noframes":   TagNoframes,
	"noscript":   TagNoscript,
	"object":     TagObject,
	"ol":         TagOl,
	"optgroup":   TagOptgroup,
	"option":     TagOption,
	"output":     TagOutput,
	"p":          TagP,
	"param":      TagParam,
	"picture":    TagPicture,
	"plaintext":  TagPlaintext,
	"pre":        TagPre,
	"progress":   TagProgress,
	"q":          TagQ,
	"rb":         TagRb,
	"rp":         TagRp,
	"rt":         TagRt,
	"rtc":        TagRtc,
	"ruby":       TagRuby,
	"s":          TagS,
	"samp":       TagSamp,
	"script":     TagScript,
	"search":     TagSearch,
	"section":    TagSection,
	"select":     TagSelect,
	"small":      TagSmall,
	"source":     TagSource,
	"span":       TagSpan,
	"strike":     TagStrike,
	"strong":     TagStrong,
	"style":      TagStyle,
	"sub":        TagSub,
	"summary":    TagSummary,
	"sup":        TagSup,
	"svg":        TagSvg,
	"table":      TagTable,
	"tbody":      TagTbody,
	"td":         TagTd,
	"template":   TagTemplate,
	"textarea":   TagTextarea,
	"tfoot":      TagTfoot,
	"th":         TagTh,
	"thead":      TagThead,
	"time":       TagTime,
	"title":      TagTitle,
	"tr":         TagTr,
	"track":      TagTrack,
	"tt":         TagTt,
	"u":          TagU,
	"ul":         TagUl,
	"var":        TagVar,
	"video":      TagVideo,
	"wbr":        TagWbr,
	"xmp":        TagXmp,
}
