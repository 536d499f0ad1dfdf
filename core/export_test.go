package core

import "math"

// InPieces makes a converter that does with documents of any length what others do with long ones.
func InPieces(c *Converter) *Converter {
	short := *c
	short.wholeUpTo = -1
	return &short
}

// Shrunk makes a converter that does with small documents what others do with large ones.
func Shrunk(c *Converter, lookaheadLimit, settleAfter, leastCompacted int) *Converter {
	settings := *c.settings
	settings.Page.LookaheadLimit, settings.SettleAfter = uint32(lookaheadLimit), settleAfter
	return &Converter{options: c.options, settings: &settings, declared: c.declared, leastCompacted: leastCompacted, wholeUpTo: c.wholeUpTo}
}

// Whole makes a converter that does with long documents what others do with short ones.
func Whole(c *Converter) *Converter {
	long := *c
	long.wholeUpTo = math.MaxInt
	return &long
}
