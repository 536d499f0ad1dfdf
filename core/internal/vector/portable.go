//go:build !goexperiment.simd || !amd64

package vector

// Usable reports whether this package does its work. Nothing else of it may be called where it does not.
func Usable() bool { return false }

// In returns a bit for each byte of a block, set if it is in the table.
func (t *Table) In(*Block) uint32 { panic(unusable) }

// Equal returns a bit for each byte of a block, set if it is the same.
func (c *Byte) Equal(*Block) uint32 { panic(unusable) }

// AtMost returns a bit for each byte of a block, set if it is not greater.
func (c *Byte) AtMost(*Block) uint32 { panic(unusable) }

// In returns a bit for each byte of a block, set if it is in the set.
func (s *Set) In(*Block) uint32 { panic(unusable) }

// Meets reports whether text, which has 16 bytes at least, has one of the set.
func (s *Set) Meets(string) bool { panic(unusable) }

// In returns what there is in bytes that begin at two places, of which the second is so many bytes behind the first: 16 at most.
func (c *Classes) In(_, _ *Half, _ int) Found { panic(unusable) }

const unusable = "vector: it is not usable"
