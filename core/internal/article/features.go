package article

import "math/bits"

// The features of a unit, each a byte.
const (
	// of the unit itself
	fWords = iota
	fLinkDensity
	fLinks
	fWordLength
	fSentences
	fCommas
	fUpper
	fDigits
	fLast
	fPrices
	fImages
	fTimes
	fControls
	fTag
	fSaid    // one for each subject
	fSaidAny = fSaid + int(subjects)

	// of what is around it
	fSigns = fSaidAny + 1
	fDepth = fSigns + int(signCount)

	// of its containers: its box and those around
	fBoxes       = fDepth + 1
	boxFeatures  = 7
	boxLevels    = 5
	fBest        = fBoxes + boxLevels*boxFeatures // whether it is in the best container
	fBestLevels  = fBest + 1
	fBestMeasure = fBest + 2 // how good the best is of those around it
	fBestShare   = fBest + 3
	fBestBefore  = fBest + 4
	fBestAfter   = fBest + 5

	// of what is near
	fNear        = fBest + 6
	nearFeatures = 3
	nearUnits    = 6 // three before, three after
	fWindow      = fNear + nearUnits*nearFeatures
	fWindowLinks = fWindow + 1
	fGoodBefore  = fWindow + 2 // how far away good text is
	fGoodAfter   = fWindow + 3
	fAnyGood     = fWindow + 4 // whether there is any before, and after

	// of where it is
	fPlace     = fWindow + 5
	fPlaceWord = fPlace + 1
	fIndex     = fPlace + 2
	fFromEnd   = fPlace + 3
	fTop       = fPlace + 4 // how it stands to the first heading of the first level
	fTopUnits  = fPlace + 5

	// of the heading that it is under
	fHeading      = fPlace + 6
	fHeadingUnits = fHeading + 1
	fHeadingLevel = fHeading + 2
	fHeadingSaid  = fHeading + 3
	fUpperSaid    = fHeadingSaid + int(subjects) // of the heading that that is under
	fRepeats      = fUpperSaid + int(subjects)   // whether the same text stands elsewhere: before, or after
	fPictures     = fRepeats + 1
	fAlternative  = fPictures + 1

	// of what looks like its boxes
	fAlike        = fAlternative + 1
	alikeFeatures = 6
	fAlikeOuter   = fAlike + alikeFeatures
	fGroup        = fAlikeOuter + alikeFeatures
	groupFeatures = 4
	fGroupUp      = fGroup + groupFeatures

	// of comments
	fOutside         = fGroupUp + groupFeatures // how much prose the page has outside of them
	fCommentDeclared = fOutside + 1             // what the page says that it is
	fCommentShare    = fOutside + 2

	// of the page: how much of the prose is in comments, in posts and in articles
	fPage        = fOutside + 3
	pageFeatures = 3

	// of how the prose of the page lies: how much of it comes before, and how the unit stands to the box that has most
	fGoodPlace  = fPage + pageFeatures
	fDense      = fGoodPlace + 1
	fDenseSide  = fGoodPlace + 2
	fDenseShare = fGoodPlace + 3
	fDenseOwn   = fGoodPlace + 4
	fDenseMost  = fGoodPlace + 5

	fHeadingLinks   = fGoodPlace + 6 // how much of the heading that it is under is a link
	fWindowControls = fGoodPlace + 7 // how many fields and buttons are near

	featureCount = fGoodPlace + 8
)

// logByte is a byte that grows by 12 each time a number doubles.
func logByte(n uint32) uint8 {
	if n == 0 {
		return 0
	}
	l := bits.Len32(n)
	frac := uint32(0)
	if l > 3 {
		frac = n >> (l - 4) & 7
	} else {
		frac = n << (4 - l) & 7
	}
	return uint8(min(uint32(l-1)*12+frac*12/8+1, 255))
}

// share is a part of a whole as a byte.
func share(part, whole uint32) uint8 {
	if whole == 0 {
		return 0
	}
	return uint8(min(uint64(part)*250/uint64(whole), 255))
}

// row are the features of a unit. There is room for more of them, so that each byte is the number of one.
type row [256]uint8
