package interfaces

import (
	"fmt"
	"io"
)

type shape interface{ area() int }

type square struct{ side int }

func (s square) area() int { return s.side * s.side }

type group struct{ shapes []shape }

func (g group) area() (sum int) { // want `\(group\)\.area recurses: \(group\)\.area -> \(group\)\.area\.`
	for _, s := range g.shapes {
		sum += s.area()
	}
	return sum
}

// Of another interface with a method of that name.
type lot struct{ of larger }

type larger interface {
	area() int
	price() int
}

func (l lot) area() int { return l.of.area() }

// A writer that writes to a writer.
type counter struct {
	w io.Writer
	n int
}

func (c *counter) Write(p []byte) (int, error) { // want `\(\*counter\)\.Write recurses`
	c.n += len(p)
	return c.w.Write(p)
}

// What another package is given may be called by it.
type copier struct{ in io.Reader }

func (c copier) Read(p []byte) (int, error) { // want `\(copier\)\.Read recurses: \(copier\)\.Read -> \(copier\)\.Read\.`
	return io.ReadFull(c, p)
}

// A string that is printed as itself.
type name string

func (n name) String() string { // want `\(name\)\.String recurses: \(name\)\.String -> \(name\)\.String\.`
	return fmt.Sprintf("%s", n)
}

// A method that comes from what is embedded.
type inner struct{ next area }

type area interface{ size() int }

func (i inner) size() int { return i.next.size() } // want `\(inner\)\.size recurses`

type outer struct{ inner }

// An error that is only returned.
type failure struct{ cause error }

func (f *failure) Error() string { return "failed" }

func fail(err error) error { return &failure{err} }
