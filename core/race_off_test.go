//go:build !race

package core_test

const withRaces = false
