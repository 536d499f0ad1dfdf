package inline

import "tidemark/core/internal/vector"

// vectorClasses are the classes of bytes of ASCII, as vectors ask for them, and classesOf what they say.
var vectorClasses, classesOf = func() (classes vector.Classes, says [256]byteClass) {
	for bit, set := range [...]struct {
		class   byteClass
		members string
	}{
		{delimiting, "*"},
		{delimiting, "_~"}, // A ^ and U+007F are taken for one of these.
		{bracketing, "[]"},
		{dotted, "."},
		{coloned, ":"},
		{meaningful, "&!$"},
		{meaningful, "\\<"},
		{meaningful, "@`"},
	} {
		classes.Add(1<<bit, set.members)
		for found := range says {
			if found>>bit&1 != 0 {
				says[found] |= set.class
			}
		}
	}
	return classes, says
}()

// hazards are the bytes that are hazardous.
var hazards = func() vector.Set {
	var members []byte
	for c, class := range byteClasses {
		if class&hazardous != 0 {
			members = append(members, byte(c))
		}
	}
	return vector.SetOf(string(members))
}()

// wholeBlocks is wholeWords by vectors, for at least half a block.
func wholeBlocks(s string, at int) (end int, seen byteClass) {
	before := uint32(0) // whether the byte before is a space
	for end = at; end < len(s); {
		// The last bytes are looked at with some of those before once more.
		size := min(len(s)-end, vector.Size)
		first := min(end, len(s)-vector.Size/2)
		second := end + size - vector.Size/2
		found := vectorClasses.In(vector.HalfOf(s[first:]), vector.HalfOf(s[second:]), second-first)
		spaces, controls, beyond := found.Spaces>>(end-first), found.Controls>>(end-first), found.Beyond>>(end-first)
		if controls|spaces&(spaces<<1|before) != 0 {
			break
		}
		seen |= classesOf[found.Classes]
		if beyond != 0 {
			for i := range size {
				seen |= byteClasses[s[end+i]]
			}
		}
		before = spaces >> (size - 1) & 1
		end += size
	}
	return end - int(before), seen
}
