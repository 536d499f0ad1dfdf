package markdown

// view is which delimiters pair up with regard to each other: in some renderers those of emphasis and of strikethrough are
// on one stack, and in others they are not.
type view uint8

const (
	together view = iota
	emphasisAlone
	tildesAlone
)

func (v view) has(m *delimiter) bool { return v == together || (v == tildesAlone) == (m.char == '~') }

// match runs the rules over the delimiters that are in view. Within a link they are on their own.
func (d *delimiters) match(rd *Renderer, v view) {
	d.stack, d.bases = d.stack[:0], append(d.bases[:0], base{})
	d.floor = [floors]int{}
	next := 0
	for i := range d.list {
		if rd.stopped() {
			return
		}
		m := &d.list[i]
		for ; next < int(m.token); next++ {
			d.crossLink(rd.run.tokens[next])
		}
		m.left, m.match = m.length, -1
		if m.escaped || !v.has(m) {
			continue
		}
		if m.canClose {
			d.close(i)
		}
		if m.left > 0 && m.canOpen {
			d.stack = append(d.stack, int32(i))
		}
	}
}

// base is what the delimiters in a link leave as it was.
type base struct {
	stack int
	floor [floors]int
}

func (d *delimiters) crossLink(t token) {
	if t.format != linkFormat {
		return
	}
	if t.kind == openToken {
		d.bases = append(d.bases, base{stack: len(d.stack), floor: d.floor})
		return
	}
	last := d.bases[len(d.bases)-1]
	d.bases = d.bases[:len(d.bases)-1]
	d.stack, d.floor = d.stack[:last.stack], last.floor
}

// cut takes delimiters from the stack. What was looked through in vain stays so only as far as it is still there.
func (d *delimiters) cut(n int) {
	d.stack = d.stack[:n]
	for i := range d.floor {
		d.floor[i] = min(d.floor[i], n)
	}
}

// close matches a closing delimiter with those that opened before it.
func (d *delimiters) close(i int) {
	c := &d.list[i]
	floor := &d.floor[c.floorIndex()]
	for c.left > 0 {
		at := len(d.stack) - 1
		bottom := max(*floor, d.bases[len(d.bases)-1].stack)
		for at >= bottom && !matches(&d.list[d.stack[at]], c) {
			at--
		}
		if at < bottom {
			*floor = len(d.stack)
			return
		}
		o := &d.list[d.stack[at]]
		used := int32(1)
		if c.char == '~' {
			used = min(o.left, c.left)
		} else if o.left >= 2 && c.left >= 2 {
			used = 2
		}
		o.left -= used
		c.left -= used
		o.match, c.match = int32(i), d.stack[at]
		if o.left > 0 {
			at++
		}
		d.cut(at)
	}
}

func (m *delimiter) floorIndex() int {
	i := 0
	switch m.char {
	case '_':
		i = 1
	case '~':
		i = 2
	}
	i = i*3 + int(m.length%3)
	if m.canOpen {
		i += 9
	}
	return i
}

func matches(o, c *delimiter) bool {
	if o.char != c.char {
		return false
	}
	if c.char == '~' {
		// GFM asks for the same length, but not all renderers do. Literal text is to be safe from all.
		return o.length == c.length || o.literal || c.literal
	}
	if (o.unsure || c.unsure) && (o.literal || c.literal) {
		return true
	}
	return !(o.canClose || c.canOpen) || (o.length+c.length)%3 != 0 || o.length%3 == 0
}
