package selector

// combinator says where the element is that what stands to the left is matched on.
type combinator uint8

const (
	alone      combinator = iota // there is nothing to the left
	descendant                   // an ancestor
	child                        // the parent
	next                         // the element before
	subsequent                   // an element before, with the same parent
)

// compound is a compound selector with what stands to its left: a complex selector is its last compound.
type compound struct {
	tests      []simple
	combinator combinator
	left       *compound
	table      int // of what a Matcher knows of it: see Matcher.known
}

// ahead is a relative selector, as :has takes them, by what stands first: an element is looked for where the combinator says, on which the
// tests hold and what follows.
type ahead struct {
	combinator combinator
	compound   *compound
	next       *ahead
	table      int
}

// list is a list of selectors of which one has to match.
type list []*compound
