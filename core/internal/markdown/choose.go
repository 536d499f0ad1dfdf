package markdown

// choose gives all emphasis the characters that are asked for, but others to emphasis that touches another: together they
// would be one delimiter run.
func (d *delimiters) choose(r *run, s *Settings) bool {
	marked := false
	d.innermost = [formatKinds]int32{}
	for i := range r.tokens {
		t := &r.tokens[i]
		if t.format != linkFormat {
			d.track(r, i)
		}
		switch {
		case t.kind == openToken:
			if t.delimiter = preferred(t.format, s); t.delimiter == 0 {
				continue
			}
			marked = true
			if t.nested {
				t.delimiter = d.nestedDelimiter(r, i)
			} else if before := r.before(i); before.delimiter == t.delimiter || t.delimiter == '~' && r.besideTilde(i) {
				t.delimiter = otherDelimiter(t.delimiter)
			}
			r.tokens[t.pair].delimiter = t.delimiter
		case t.kind == closeToken && t.delimiter != 0:
			if before := r.before(i); before.kind == closeToken && before.delimiter == t.delimiter {
				r.setDelimiter(int(before.pair), otherDelimiter(t.delimiter))
			}
		}
	}
	return marked
}

// nestedDelimiter chooses for emphasis in emphasis of the same kind: it needs another character, and says nothing if it is all
// there is in the outer one.
func (d *delimiters) nestedDelimiter(r *run, i int) byte {
	outer := r.tokens[i].ref
	if int(outer) == i-1 && r.tokens[outer].pair == r.tokens[i].pair+1 {
		return 0
	}
	return otherDelimiter(r.tokens[outer].delimiter)
}

// track keeps in mind the innermost formatting of each kind. That which is open around it is its ref.
func (d *delimiters) track(r *run, i int) {
	switch t := &r.tokens[i]; t.kind {
	case openToken:
		t.ref, d.innermost[t.format] = d.innermost[t.format], int32(i)
	case closeToken:
		d.innermost[t.format] = r.tokens[t.pair].ref
	}
}

// silent tells of formatting that leaves no trace in the output.
func (r *run) silent(t token) bool {
	return (t.kind == openToken || t.kind == closeToken) && t.format != linkFormat && t.delimiter == 0 && (t.nested || r.escape.dropHTML)
}

// before is the token whose output comes right before that of token i.
func (r *run) before(i int) token {
	for i--; i >= 0; i-- {
		if !r.silent(r.tokens[i]) {
			return r.tokens[i]
		}
	}
	return token{kind: breakToken, ref: edge}
}

// after is the token whose output comes right after that of token i.
func (r *run) after(i int) token {
	for i++; i < len(r.tokens); i++ {
		if !r.silent(r.tokens[i]) {
			return r.tokens[i]
		}
	}
	return token{kind: breakToken, ref: edge}
}

func preferred(f formatKind, s *Settings) byte {
	switch {
	case f == emFormat:
		return s.Em
	case f == strongFormat:
		return s.Strong[0]
	case f == delFormat && s.Strikethrough:
		return '~'
	default:
		return 0
	}
}

func otherDelimiter(c byte) byte {
	switch c {
	case '*':
		return '_'
	case '_':
		return '*'
	default:
		return 0
	}
}

// setDelimiter sets the delimiter of the formatting that token i opens.
func (r *run) setDelimiter(i int, c byte) {
	r.tokens[i].delimiter = c
	r.tokens[r.tokens[i].pair].delimiter = c
}
