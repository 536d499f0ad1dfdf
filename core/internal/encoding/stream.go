package encoding

import (
	"bytes"
	"slices"
	"unicode/utf8"
)

// Stream decodes a document that comes in pieces, to what a Decoder makes of the whole. Reset it before each.
type Stream struct {
	declared Encoding
	isText   bool
	isValid  bool
	stage    stage
	head     head
	isUTF8   bool
	decoding decoding
	held     []byte // what cannot be decoded before more is there
	out      []byte
}

// stage is how much is known about the encoding.
type stage uint8

const (
	atMark  stage = iota // nothing
	inASCII              // nothing is declared, and all so far was ASCII
	known
)

// Reset begins a document of bytes, with the encoding that is declared for them, if any is.
func (s *Stream) Reset(declared Encoding) {
	*s = Stream{declared: declared, held: s.held[:0], out: s.out[:0]}
}

// ResetText begins a document of text that should be valid UTF-8, or is known to be.
func (s *Stream) ResetText(isValid bool) {
	s.Reset(asUTF8)
	s.isText, s.isValid = true, isValid
}

// Held is how many bytes there is room for in what the stream keeps.
func (s *Stream) Held() int { return cap(s.held) + cap(s.out) }

// Decode decodes the next piece, which may end anywhere, or the last. The result holds until the next call, as long as piece
// does.
func (s *Stream) Decode(piece []byte, last bool) []byte {
	s.out = s.out[:0]
	if len(s.held) > 0 {
		s.held = append(s.held, piece...)
		piece = s.held
	}
	if s.stage == atMark {
		rest := s.begin(piece, last)
		if s.stage == atMark {
			if len(s.held) == 0 {
				s.held = append(s.held, piece...)
			}
			return nil
		}
		piece = rest
	}
	if s.stage == inASCII {
		end := asciiEnd(piece)
		if end < len(piece) && (last || len(piece)-end >= prescan) {
			s.know(guess(piece[end:]))
		} else {
			s.out = append(s.out, piece[:end]...)
			s.held = append(s.held[:0], piece[end:]...)
			return s.out
		}
	}
	if s.isValid && s.stage == known && len(s.held) == 0 {
		return piece
	}
	if s.isUTF8 && utf8.Valid(piece) {
		s.out = append(s.out, piece...)
		s.held = s.held[:0]
		return s.out
	}
	for {
		s.out = slices.Grow(s.out, len(piece)+longest)
		room := s.out[len(s.out):cap(s.out)]
		written, read := s.decoding.transform(room, piece, last)
		s.out, piece = s.out[:len(s.out)+written], piece[read:]
		if len(piece) == 0 || len(room)-written >= longest { // What is left may go on.
			s.held = append(s.held[:0], piece...)
			return s.out
		}
	}
}

// begin finds out what encoding is declared, and takes the byte order mark off. It leaves the stage as it is where more is
// needed for that.
func (s *Stream) begin(piece []byte, last bool) []byte {
	marked, rest := cutMark(piece)
	switch {
	case s.isText && !marked.isUTF8():
		marked, rest = Encoding{}, piece
	}
	switch {
	case marked.coding != nil:
		s.know(marked)
		return rest
	case !last && len(piece) < len(byteOrderMark) && s.mayBeMark(piece):
	case s.declared.coding != nil:
		s.know(s.declared)
	default:
		s.look(piece, last)
	}
	return piece
}

// look looks for a declaration inside the document.
func (s *Stream) look(piece []byte, last bool) {
	if !last && len(piece) < len("<\x00?\x00x\x00") {
		return
	}
	e := xmlMark(piece)
	if e.coding == nil {
		e = s.head.find(piece, last)
	}
	if e.coding == nil {
		if !s.head.over || !last && len(piece) < prescan {
			return
		}
		s.stage = inASCII
		e = sniff(piece)
	}
	if e.coding != nil {
		s.know(e)
	}
}

// mayBeMark reports whether bytes may begin a byte order mark.
func (s *Stream) mayBeMark(piece []byte) bool {
	for _, mark := range [...]string{byteOrderMark, "\xFF\xFE", "\xFE\xFF"} {
		if bytes.HasPrefix([]byte(mark), piece) {
			return true
		}
	}
	return false
}

func (s *Stream) know(e Encoding) {
	s.stage, s.isUTF8, s.decoding = known, e.isUTF8(), e.begin()
}
