package main

import (
	"bytes"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// The log under test: KEPT_LOG=http://localhost:3000/log KEPT_VKEY=… go test
func given(t *testing.T) (url, vkey string) {
	url, vkey = os.Getenv("KEPT_LOG"), os.Getenv("KEPT_VKEY")
	if url == "" || vkey == "" {
		t.Skip("KEPT_LOG and KEPT_VKEY name no log")
	}
	return url, vkey
}

// tampering stands between the log and whoever reads it, and changes the bodies it is told to.
func tampering(t *testing.T, url string, change func(path string, body []byte) []byte) string {
	server := httptest.NewServer(http.HandlerFunc(func(out http.ResponseWriter, in *http.Request) {
		answer, err := http.Get(url + in.URL.Path)
		if err != nil {
			t.Error(err)
			return
		}
		defer answer.Body.Close()
		body, err := io.ReadAll(answer.Body)
		if err != nil {
			t.Error(err)
			return
		}
		out.WriteHeader(answer.StatusCode)
		out.Write(change(strings.TrimPrefix(in.URL.Path, "/"), body))
	}))
	t.Cleanup(server.Close)
	return server.URL
}

// flipped has one bit changed, two thirds in.
func flipped(body []byte) []byte {
	changed := bytes.Clone(body)
	changed[len(changed)*2/3] ^= 1
	return changed
}

func TestTakesTheLogAsItIs(t *testing.T) {
	url, vkey := given(t)
	state := filepath.Join(t.TempDir(), "checkpoint")
	for range []int{1, 2} {
		if err := verify(url, vkey, state, 16, io.Discard); err != nil {
			t.Fatal(err)
		}
	}
}

func TestRefusesOneFlippedBit(t *testing.T) {
	url, vkey := given(t)
	for _, prefix := range []string{
		"checkpoint", "tile/entries/000", "tile/0/000", "tile/1/000", "proof/0", "receipt/0",
	} {
		t.Run(prefix, func(t *testing.T) {
			met := false
			proxy := tampering(t, url, func(path string, body []byte) []byte {
				if !strings.HasPrefix(path, prefix) {
					return body
				}
				met = true
				return flipped(body)
			})
			err := verify(proxy, vkey, "", 16, io.Discard)
			if !met {
				t.Skip("the log is too small to have one")
			}
			if err == nil {
				t.Fatal("taken")
			}
			t.Log(err)
		})
	}
}

func TestRefusesALogThatForgets(t *testing.T) {
	url, vkey := given(t)
	state := filepath.Join(t.TempDir(), "checkpoint")
	if err := verify(url, vkey, state, 1, io.Discard); err != nil {
		t.Fatal(err)
	}
	// What it said before, with another root over as many entries: nobody can sign that here, so
	// the file's own signature has to fail.
	kept, err := os.ReadFile(state)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(state, flipped(kept), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := verify(url, vkey, state, 1, io.Discard); err == nil {
		t.Fatal("taken")
	}
}

func TestRefusesAnotherKey(t *testing.T) {
	url, _ := given(t)
	other := "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
	if err := verify(url, other, "", 1, io.Discard); err == nil {
		t.Fatal("taken")
	}
}
