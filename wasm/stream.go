//go:build wasip1

package main

import "tidemark/core"

// stream is a document that arrives in pieces, and whose rules may ask.
type stream struct {
	document *core.Stream // nil before the first piece
	asks     bool         // its rules have asked, and what comes next is what they answer
	call     call
}

var (
	streams    = map[uint32]*stream{}
	lastStream uint32
)

// writer collects the Markdown of a piece.
type writer struct{}

func (writer) Write(p []byte) (int, error) {
	markdown = append(markdown, p...)
	return len(p), nil
}

// open returns the number of a new stream.
//
//go:wasmexport open
func open() uint32 {
	lastStream++
	streams[lastStream] = new(stream)
	return lastStream
}

// write converts the next piece of a stream, which follows the options in the input, or takes what its rules answer: the outcome is the
// Markdown that is certain then, or what they ask next. last, if it is not 0, ends the document.
//
//go:wasmexport write
func write(number, options, piece, kind, last uint32) (status uint32) {
	defer guard(&status)
	s := streams[number]
	if s.document == nil {
		converter, err := compiled.Get(buffer[:options])
		if err != nil {
			return fail(err)
		}
		s.document = converter.Stream(&s.call, writer{})
	}
	markdown = markdown[:0]
	questions, err := s.write(buffer[options:][:piece], kind, last != 0)
	s.asks = questions != nil
	switch {
	case err != nil:
		return fail(err)
	case s.asks:
		show(questions)
		return asks
	default:
		return succeed()
	}
}

func (s *stream) write(piece []byte, kind uint32, last bool) (questions []byte, err error) {
	switch {
	case s.asks:
		return s.document.Answer(piece)
	case len(piece) == 0:
	case kind == isBytes:
		_, err = s.document.Write(piece)
	default:
		_, err = s.document.WriteText(piece)
	}
	if err == nil && last {
		return s.document.Finish()
	}
	return nil, err
}

// free drops a stream, whether it has ended or not.
//
//go:wasmexport free
func free(number uint32) {
	if s := streams[number]; s != nil && s.document != nil {
		s.document.Abort()
		s.call.end()
	}
	delete(streams, number)
}
