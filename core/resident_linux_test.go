package core_test

import (
	"bytes"
	"context"
	"math"
	"os"
	"runtime"
	"runtime/debug"
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"tidemark/core"
)

// peakResident returns the most memory that the process had while it did something, beyond what it had before, in bytes. The garbage
// collector does not run meanwhile, so that it does not depend on when that would have.
func peakResident(t *testing.T, do func()) int {
	runtime.GC() // The pools forget with the second.
	debug.FreeOSMemory()
	defer debug.SetGCPercent(debug.SetGCPercent(-1))
	if err := os.WriteFile("/proc/self/clear_refs", []byte("5"), 0); err != nil { // The peak begins anew.
		t.Skip(err)
	}
	before := resident(t, "VmRSS:")
	do()
	return resident(t, "VmHWM:") - before
}

// resident returns a line of the status of the process, in bytes.
func resident(t *testing.T, line string) int {
	status, err := os.ReadFile("/proc/self/status")
	require.NoError(t, err)
	_, after, found := bytes.Cut(status, []byte(line))
	require.True(t, found, line)
	kilobytes, err := strconv.Atoi(string(bytes.Fields(after)[0]))
	require.NoError(t, err)
	return kilobytes << 10
}

// undisturbed measures until the system has not joined pages into huge ones meanwhile, a few times at most, and returns the least: it
// does so every ten seconds, also where all but one had been given back, and so lets a process have memory that it does not ask for.
func undisturbed(measure func() int) (peak int) {
	peak = math.MaxInt
	for range 5 {
		before := collapsed()
		peak = min(peak, measure())
		if collapsed() == before {
			break
		}
	}
	return peak
}

// collapsed returns how many huge pages the system has made of small ones, for any process, or nothing if it does not say.
func collapsed() string {
	count, _ := os.ReadFile("/sys/kernel/mm/transparent_hugepage/khugepaged/pages_collapsed")
	return string(count)
}

// No document takes more than so many times its size of what the system has, beside itself, even if nothing is ever collected. It is
// little more than what is counted: see TestMemoryOfHeavyDocuments.
func TestResidentMemoryOfHeavyDocuments(t *testing.T) {
	skipWithRaces(t)
	const most = 48
	for _, make := range heavy { // What the first documents leave behind in the heap, and bring into memory of the program, is no other's.
		_, err := newConverter(t, core.Options{MaxOutputBytes: 1 << 30}).AppendValidText(context.Background(), nil, []byte(make(1<<20)))
		require.NoError(t, err)
	}
	for _, size := range []int{1 << 20, 4 << 20} {
		for name, make := range heavy {
			html := []byte(make(size))
			c := newConverter(t, core.Options{MaxOutputBytes: 1 << 30})
			peak := undisturbed(func() int {
				return peakResident(t, func() {
					_, err := c.AppendValidText(context.Background(), nil, html)
					require.NoError(t, err, name)
				})
			})
			assert.LessOrEqual(t, float64(peak)/float64(len(html)), float64(most), "%s, %d bytes", name, size)
		}
	}
}
