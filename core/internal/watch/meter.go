package watch

// Memory bounds the memory that work may take. A context that is one is asked.
type Memory interface {
	// Take asks for so many bytes more, and may wait for them. With an error the work ends.
	Take(bytes int) error
	// Give gives bytes back.
	Give(bytes int)
	// Keeps is how many bytes may lie idle between two pieces of work, for the next.
	Keeps() int
}

// Meter counts the memory that work holds. It is told how much that is whenever somebody looks at whether the work is to go on: to
// count where a slice grows would miss those that grow by append. Its zero value counts nothing.
type Meter struct {
	memory Memory // nil while there is no bound
	room   func() int
	taken  int
	ahead  int // of taken, for what is being made and is not seen by room yet
}

// grain is what the work may hold more or less than has been taken for it, in bytes. Documents that stay below ask for nothing.
const grain = 64 << 10

// Measure sets what tells how many bytes there is room for in all that the work holds.
func (m *Meter) Measure(room func() int) { m.room = room }

// Begin begins to count what memory bounds; it pairs with End.
func (m *Meter) Begin(memory Memory) { m.memory, m.taken, m.ahead = memory, 0, 0 }

// Keeps is how many bytes may be kept when the work ends: so many at most.
func (m *Meter) Keeps(most int) int {
	if m.memory == nil {
		return most
	}
	return min(most, m.memory.Keeps())
}

// End gives all back.
func (m *Meter) End() {
	if m.taken > 0 {
		m.memory.Give(m.taken)
	}
	m.memory, m.taken, m.ahead = nil, 0, 0
}

// settle takes or gives back what the work holds more or less than before.
func (m *Meter) settle() error {
	if m == nil || m.memory == nil {
		return nil
	}
	more := m.room() + m.ahead - m.taken
	switch {
	case more > grain:
		if err := m.memory.Take(more); err != nil {
			return err
		}
		m.taken += more
	case more < -grain:
		m.memory.Give(-more)
		m.taken += more
	}
	return nil
}
