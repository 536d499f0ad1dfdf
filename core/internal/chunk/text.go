package chunk

import "tidemark/core/internal/outline"

// words makes units of the words of text that is larger than a chunk. The parts of a line that are in it, such as links, are given by their
// spans: they are words of their own, if they are not larger, too.
func (s *Splitter) words(u unit, first, next int) {
	text := s.text(u.start, u.end)
	word := u
	word.isCut = true
	for at := afterSpace(text, 0); at < len(text); {
		end, behind := 0, betweenWords
		for first < next && (s.spans[first].Kind < outline.Link || s.spans[first].Start < u.start+at) {
			first++
		}
		part := len(text) // where the next part of the line begins
		if first < next {
			part = s.spans[first].Start - u.start
		}
		if part > at || s.measure(s.spans[first].Start, s.spans[first].End) > s.options.Max {
			if part == at {
				part = len(text)
			}
			end = endOfWord(text[:part], at)
		} else {
			end = s.spans[first].End - u.start
		}
		gap := afterSpace(text, end)
		if gap > end {
			behind = penaltyBehind(text[:end], text[end:gap])
		} else if end < len(text) && isWide(lastRune(text[:end])) {
			behind = min(penaltyBehind(text[:end], nil), withinWide)
		} else {
			behind = besidePart
		}
		word.start, word.end = u.start+at, u.start+end
		if word.size = s.measure(word.start, word.end); word.size <= s.options.Max {
			s.push(word)
		} else {
			s.pieces(word)
		}
		word.penalty, at = behind, gap
	}
}

// piecesOfChunk is how many pieces of a word that is larger than a chunk are to be one.
const piecesOfChunk = 8

// pieces makes units of parts of a word that is larger than a chunk.
func (s *Splitter) pieces(word unit) {
	text := s.text(word.start, word.end)
	size := int(float64(len(text)) * s.options.Max / piecesOfChunk / s.options.Measure(text)) // of a piece, in bytes
	for at := 0; at < len(text); {
		end := afterCharacters(text, at, size)
		for size := size; s.options.Measure(text[at:end]) > s.options.Max && size > 0; { // There is more in it than elsewhere.
			size /= 2
			end = afterCharacters(text, at, size)
		}
		piece := word
		piece.start, piece.end, piece.size = word.start+at, word.start+end, 0
		s.add(piece)
		word.penalty, at = withinWord, end
	}
}
