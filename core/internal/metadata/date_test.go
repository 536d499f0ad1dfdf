package metadata_test

import (
	"regexp"
	"testing"

	"github.com/stretchr/testify/assert"

	"tidemark/core/internal/metadata"
)

func TestDates(t *testing.T) {
	for text, want := range map[string]string{
		// ISO 8601, and what is written for it.
		"2020-01-02":                    "2020-01-02",
		"2020-01":                       "2020-01",
		"2020":                          "2020",
		"2020/01":                       "2020-01",
		"2020-1-2":                      "2020-01-02",
		"20200102":                      "2020-01-02",
		"20200102030405":                "2020-01-02T03:04:05",
		"2020-01-02T03:04":              "2020-01-02T03:04",
		"2020-01-02T03:04:05Z":          "2020-01-02T03:04:05Z",
		"2020-01-02T03:04:05.678+01:00": "2020-01-02T03:04:05+01:00",
		"2020-01-02T03:04:05-0730":      "2020-01-02T03:04:05-07:30",
		"2020-01-02 03:04:05 +0100":     "2020-01-02T03:04:05+01:00",
		"2020-01-02 03:04:05 UTC":       "2020-01-02T03:04:05Z",
		"2020/01/02":                    "2020-01-02",
		"2020.01.02":                    "2020-01-02",
		"1577934245":                    "2020-01-02T03:04:05Z",
		"1577934245678":                 "2020-01-02T03:04:05Z",

		// RFC 2822, and what programs write.
		"Thu, 02 Jan 2020 03:04:05 GMT":          "2020-01-02T03:04:05Z",
		"Thu Jan 02 2020 03:04:05 +0100":         "2020-01-02T03:04:05+01:00",
		"02-Jan-2020":                            "2020-01-02",
		"2020-Jan-02":                            "2020-01-02",
		"January 2, 2020, 07:47 PM EST":          "2020-01-02T19:47-05:00",
		"Posted on January 2, 2020 at 3:04 p.m.": "2020-01-02T15:04",
		"2020-01-02 3:04p":                       "2020-01-02T03:04",
		"12:00 AM":                               "",
		"January 2, 2020 12:04 AM":               "2020-01-02T00:04",

		// Languages.
		"Jan. 2nd, 2020":              "2020-01-02",
		"2nd of January 2020":         "2020-01-02",
		"January 2020":                "2020-01",
		"2. Januar 2020":              "2020-01-02",
		"2. Jänner 2020, 15.04 Uhr":   "2020-01-02T15:04",
		"Stand: 02.01.2020 15:04 Uhr": "2020-01-02T15:04",
		"le 2 janvier 2020 à 15h04":   "2020-01-02T15:04",
		"1er février 2020":            "2020-02-01",
		"2 de enero de 2020":          "2020-01-02",
		"2 gennaio 2020":              "2020-01-02",
		"2 de março de 2020":          "2020-03-02",
		"2 januari 2020":              "2020-01-02",
		"2 января 2020 г.":            "2020-01-02",
		"2 stycznia 2020":             "2020-01-02",
		"2. ledna 2020":               "2020-01-02",
		"2 Ocak 2020":                 "2020-01-02",
		"2020年1月2日":                   "2020-01-02",
		"2020年01月02日15:04":            "2020-01-02T15:04",
		"2020年1月":                     "2020-01",
		"2020년 1월 2일":                 "2020-01-02",

		// Which number is the day is told by the other, by the points, or by the language.
		"31/12/2020": "2020-12-31",
		"12/31/2020": "2020-12-31",
		"3/4/2020":   "2020-03-04",
		"3.4.2020":   "2020-04-03",
		"3.4.20":     "2020-04-03",

		// No dates.
		"":                          "",
		"soon":                      "",
		"1850":                      "",
		"in 2020":                   "",
		"2020/01 and more":          "",
		"1.2.3":                     "",
		"version 10.4.2":            "",
		"0001-01-01T00:00:00Z":      "",
		"2020-02-30":                "",
		"2020-13-01":                "",
		"99999999":                  "",
		"30 February 2020":          "2020-02", // The rest cannot be.
		"may 5":                     "",
		"127.0.0.1":                 "",
		"9999999999999":             "",
		"2 monkeys 2020":            "",
		"January January 2020":      "2020-01",
		"ISBN 978-3-16-148410-0 of": "",
	} {
		assert.Equal(t, want, metadata.ParseDate(text, false), "of %q", text)
	}
	assert.Equal(t, "2020-04-03", metadata.ParseDate("3/4/2020", true))
	assert.Equal(t, "2020-12-31", metadata.ParseDate("12/31/2020", true))
}

// What is told as a date is one, and is read as itself.
func FuzzDate(f *testing.F) {
	for _, seed := range []string{"2020-01-02T03:04:05.678+01:00", "Thu, 02 Jan 2020 03:04:05 GMT", "2. Januar 2020", "2020年01月02日15:04", "1577934245", "3/4/20", "1 1 1 1-1-1", "Jan Jan Jan 1", "2000-1-1A0:00A"} {
		f.Add(seed, true)
	}
	form := regexp.MustCompile(`^(19|20)\d\d(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01])(T([01]\d|2[0-3]):[0-5]\d(:([0-5]\d|60))?(Z|[+-](0\d|1[0-4]):[0-5]\d)?)?)?)?$`)
	f.Fuzz(func(t *testing.T, text string, dayFirst bool) {
		if date := metadata.ParseDate(text, dayFirst); date != "" {
			assert.Regexp(t, form, date, "of %q", text)
			assert.Equal(t, date, metadata.ParseDate(date, dayFirst), "of %q", text)
		}
	})
}
