package inline

// tokenKind is what a token of inline content is.
type tokenKind uint8

const (
	textToken     tokenKind = iota // literal text
	codeToken                      // a code span
	imageToken                     // an image
	footnoteToken                  // a reference to a footnote
	mathToken                      // a formula in TeX
	rawToken                       // Markdown that is written as it is
	breakToken                     // a hard line break
	openToken                      // formatting begins
	closeToken                     // formatting ends
)

// token is a piece of inline content.
type token struct {
	kind       tokenKind
	format     FormatKind // of openToken and closeToken
	delimiter  byte       // * _ ~ of emphasis, 0 where it is written as HTML. ` of a formula that is written as code
	stress     bool       // of emphasis that is more where it is nested
	nested     bool       // emphasis in emphasis of its kind: without a delimiter it is not written at all
	silent     bool       // formatting that is not to be written
	seen       byteClass  // of textToken: what is in it, and perhaps more
	start, end int32      // of textToken, codeToken, mathToken and rawToken in run.text
	ref        int32      // what the methods below say of it
	pair       int32      // of closeToken: the index of its openToken, and the other way round; or referrer
}

// What ref is of a mathToken and of a breakToken.
const (
	onOwnLine     = 1 // the formula is displayed
	blockBoundary = 1 // the break stands for one
	edge          = 2 // the break stands for the beginning or end of the run
)

// image is what Objects know an imageToken by.
func (t *token) image() int32 { return t.ref }

// code is what others know a codeToken by.
func (t *token) code() int32 { return t.ref }

// referrer is what others know by that refers to a footnote, of a footnoteToken.
func (t *token) referrer() int32 { return t.pair }

// footnote is what Objects know a footnoteToken by.
func (t *token) footnote() int32 { return t.ref }

// link is the index in Writer.links, of a token that opens or closes a link.
func (t *token) link() int32 { return t.ref }

// enclosing is the openToken of the innermost formatting of the same kind around an openToken, which choose has found.
func (t *token) enclosing() int32 { return t.ref }

// displayed reports whether a mathToken stands in a line of its own.
func (t *token) displayed() bool { return t.ref == onOwnLine }

// soft reports whether a breakToken stands for a block boundary.
func (t *token) soft() bool { return t.ref == blockBoundary }

// isEdge reports whether a breakToken stands for the beginning or end of the run.
func (t *token) isEdge() bool { return t.ref == edge }

// width is the number of characters that formatting begins and ends with.
func (t *token) width() int32 {
	if t.format == EmFormat {
		return 1
	}
	return 2
}

// goesOn reports whether a token ends formatting that another of that kind would go on with.
func (t *token) goesOn(kind FormatKind) bool {
	return t.kind == closeToken && t.format == kind && kind != LinkFormat
}
