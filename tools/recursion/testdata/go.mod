module example.test

go 1.25.0
