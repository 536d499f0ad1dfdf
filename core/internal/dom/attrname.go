package dom

// AttrKey is the name of an attribute that is common, or that something asks for.
type AttrKey uint8

const (
	// AttrOther is an attribute with another name.
	AttrOther AttrKey = iota
	AttrAbbr
	AttrAbout
	AttrAccesskey
	AttrAction
	AttrAlign
	AttrAlt
	AttrAlttext
	AttrAnnotation
	AttrAriaControls
	AttrAriaDescribedby
	AttrAriaExpanded
	AttrAriaHaspopup
	AttrAriaHidden
	AttrAriaLabel
	AttrAriaLabelledby
	AttrAriaLevel
	AttrAsync
	AttrAutoplay
	AttrBgcolor
	AttrBorder
	AttrCellpadding
	AttrCellspacing
	AttrCharset
	AttrChecked
	AttrCite
	AttrClass
	AttrClose
	AttrColor
	AttrColspan
	AttrColumnalign
	AttrContent
	AttrControls
	AttrCoords
	AttrCrossorigin
	AttrD
	AttrData
	AttrDataCallout
	AttrDataEventName
	AttrDataFileHeight
	AttrDataFileWidth
	AttrDataFootnoteBackref
	AttrDataFootnoteRef
	AttrDataFootnotes
	AttrDataID
	AttrDataLang
	AttrDataLatex
	AttrDataLazySrc
	AttrDataMath
	AttrDataMathStyle
	AttrDataOriginal
	AttrDataReactid
	AttrDataSortValue
	AttrDataSrc
	AttrDataSrcset
	AttrDataTestid
	AttrDataTitle
	AttrDatetime
	AttrDecoding
	AttrDefer
	AttrDir
	AttrDisabled
	AttrDisplay
	AttrDownload
	AttrDraggable
	AttrEncoding
	AttrEpubType
	AttrFace
	AttrFetchpriority
	AttrFill
	AttrFillRule
	AttrFocusable
	AttrFor
	AttrFrameborder
	AttrHeaders
	AttrHeight
	AttrHidden
	AttrHref
	AttrHreflang
	AttrHTTPEquiv
	AttrID
	AttrIntegrity
	AttrItemid
	AttrItemprop
	AttrItemscope
	AttrItemtype
	AttrLabel
	AttrLang
	AttrLanguage
	AttrLinethickness
	AttrLoading
	AttrMathvariant
	AttrMedia
	AttrMethod
	AttrName
	AttrNotation
	AttrOnclick
	AttrOpen
	AttrPlaceholder
	AttrPoster
	AttrProperty
	AttrReferrerpolicy
	AttrRel
	AttrReversed
	AttrRole
	AttrRowspan
	AttrScope
	AttrScrolling
	AttrSelected
	AttrSeparators
	AttrSize
	AttrSizes
	AttrSpan
	AttrSrc
	AttrSrcdoc
	AttrSrclang
	AttrSrcset
	AttrStart
	AttrStroke
	AttrStyle
	AttrSummary
	AttrTabindex
	AttrTarget
	AttrTitle
	AttrType
	AttrTypeof
	AttrUsemap
	AttrValign
	AttrValue
	AttrVersion
	AttrViewbox
	AttrVocab
	AttrWidth
	AttrXMLLang
	AttrXmlns

	attrCount
)

var attrNames = [attrCount]string{
	AttrAbbr:                "abbr",
	AttrAbout:               "about",
	AttrAccesskey:           "accesskey",
	AttrAction:              "action",
	AttrAlign:               "align",
	AttrAlt:                 "alt",
	AttrAlttext:             "alttext",
	AttrAnnotation:          "annotation",
	AttrAriaControls:        "aria-controls",
	AttrAriaDescribedby:     "aria-describedby",
	AttrAriaExpanded:        "aria-expanded",
	AttrAriaHaspopup:        "aria-haspopup",
	AttrAriaHidden:          "aria-hidden",
	AttrAriaLabel:           "aria-label",
	AttrAriaLabelledby:      "aria-labelledby",
	AttrAriaLevel:           "aria-level",
	AttrAsync:               "async",
	AttrAutoplay:            "autoplay",
	AttrBgcolor:             "bgcolor",
	AttrBorder:              "border",
	AttrCellpadding:         "cellpadding",
	AttrCellspacing:         "cellspacing",
	AttrCharset:             "charset",
	AttrChecked:             "checked",
	AttrCite:                "cite",
	AttrClass:               "class",
	AttrClose:               "close",
	AttrColor:               "color",
	AttrColspan:             "colspan",
	AttrColumnalign:         "columnalign",
	AttrContent:             "content",
	AttrControls:            "controls",
	AttrCoords:              "coords",
	AttrCrossorigin:         "crossorigin",
	AttrD:                   "d",
	AttrData:                "data",
	AttrDataCallout:         "data-callout",
	AttrDataEventName:       "data-event-name",
	AttrDataFileHeight:      "data-file-height",
	AttrDataFileWidth:       "data-file-width",
	AttrDataFootnoteBackref: "data-footnote-backref",
	AttrDataFootnoteRef:     "data-footnote-ref",
	AttrDataFootnotes:       "data-footnotes",
	AttrDataID:              "data-id",
	AttrDataLang:            "data-lang",
	AttrDataLatex:           "data-latex",
	AttrDataLazySrc:         "data-lazy-src",
	AttrDataMath:            "data-math",
	AttrDataMathStyle:       "data-math-style",
	AttrDataOriginal:        "data-original",
	AttrDataReactid:         "data-reactid",
	AttrDataSortValue:       "data-sort-value",
	AttrDataSrc:             "data-src",
	AttrDataSrcset:          "data-srcset",
	AttrDataTestid:          "data-testid",
	AttrDataTitle:           "data-title",
	AttrDatetime:            "datetime",
	AttrDecoding:            "decoding",
	AttrDefer:               "defer",
	AttrDir:                 "dir",
	AttrDisabled:            "disabled",
	AttrDisplay:             "display",
	AttrDownload:            "download",
	AttrDraggable:           "draggable",
	AttrEncoding:            "encoding",
	AttrEpubType:            "epub:type",
	AttrFace:                "face",
	AttrFetchpriority:       "fetchpriority",
	AttrFill:                "fill",
	AttrFillRule:            "fill-rule",
	AttrFocusable:           "focusable",
	AttrFor:                 "for",
	AttrFrameborder:         "frameborder",
	AttrHeaders:             "headers",
	AttrHeight:              "height",
	AttrHidden:              "hidden",
	AttrHref:                "href",
	AttrHreflang:            "hreflang",
	AttrHTTPEquiv:           "http-equiv",
	AttrID:                  "id",
	AttrIntegrity:           "integrity",
	AttrItemid:              "itemid",
	AttrItemprop:            "itemprop",
	AttrItemscope:           "itemscope",
	AttrItemtype:            "itemtype",
	AttrLabel:               "label",
	AttrLang:                "lang",
	AttrLanguage:            "language",
	AttrLinethickness:       "linethickness",
	AttrLoading:             "loading",
	AttrMathvariant:         "mathvariant",
	AttrMedia:               "media",
	AttrMethod:              "method",
	AttrName:                "name",
	AttrNotation:            "notation",
	AttrOnclick:             "onclick",
	AttrOpen:                "open",
	AttrPlaceholder:         "placeholder",
	AttrPoster:              "poster",
	AttrProperty:            "property",
	AttrReferrerpolicy:      "referrerpolicy",
	AttrRel:                 "rel",
	AttrReversed:            "reversed",
	AttrRole:                "role",
	AttrRowspan:             "rowspan",
	AttrScope:               "scope",
	AttrScrolling:           "scrolling",
	AttrSelected:            "selected",
	AttrSeparators:          "separators",
	AttrSize:                "size",
	AttrSizes:               "sizes",
	AttrSpan:                "span",
	AttrSrc:                 "src",
	AttrSrcdoc:              "srcdoc",
	AttrSrclang:             "srclang",
	AttrSrcset:              "srcset",
	AttrStart:               "start",
	AttrStroke:              "stroke",
	AttrStyle:               "style",
	AttrSummary:             "summary",
	AttrTabindex:            "tabindex",
	AttrTarget:              "target",
	AttrTitle:               "title",
	AttrType:                "type",
	AttrTypeof:              "typeof",
	AttrUsemap:              "usemap",
	AttrValign:              "valign",
	AttrValue:               "value",
	AttrVersion:             "version",
	AttrViewbox:             "viewbox",
	AttrVocab:               "vocab",
	AttrWidth:               "width",
	AttrXMLLang:             "xml:lang",
	AttrXmlns:               "xmlns",
}

// FindAttr returns the name of an attribute by its lower-case form.
func FindAttr(name []byte) AttrKey { return AttrKey(attrTable.find(name)) }

// FindShortAttr is FindAttr for a name of at most eight bytes, given as a little-endian number with 0xFF behind it.
func FindShortAttr(head uint64) AttrKey { return AttrKey(attrTable.findShort(head)) }

// FindLongAttr is FindAttr for a name of nine to sixteen bytes, given as two little-endian numbers, the second with 0xFF behind
// it, and by how much longer it is than eight.
func FindLongAttr(head, tail uint64, longer int) AttrKey {
	return AttrKey(attrTable.findLong(head, tail, longer))
}

var attrTable = newWordTable(attrNames[:], attrMultiplier)
