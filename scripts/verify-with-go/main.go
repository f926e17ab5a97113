// Verifies a Kept log over HTTP with Go's own transparency log packages, which share not a line
// with Kept: the checkpoint's signature, every entry, every tile, proofs, and that the log extends
// the one seen before. See README.md.
package main

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

func main() {
	url := flag.String("url", "", "the log, such as https://kept.example/log")
	vkey := flag.String("vkey", "", "its verifier key, got elsewhere than from the log")
	state := flag.String("state", "", "file with the checkpoint of the last run; replaced after a good one")
	sample := flag.Int64("proofs", 64, "how many inclusion proofs and receipts to try")
	flag.Parse()
	if *url == "" || *vkey == "" || flag.NArg() > 0 {
		flag.Usage()
		os.Exit(2)
	}
	if err := verify(*url, *vkey, *state, *sample, os.Stdout); err != nil {
		fmt.Println("FAILED", err)
		os.Exit(1)
	}
}

func verify(url, vkey, state string, sample int64, out io.Writer) error {
	began := time.Now()
	verifier, err := note.NewVerifier(vkey)
	if err != nil {
		return fmt.Errorf("verifier key: %w", err)
	}
	l := &served{
		url:      strings.TrimSuffix(url, "/"),
		verifier: verifier,
		client:   &http.Client{Timeout: 30 * time.Second},
		tiles:    map[tlog.Tile][]byte{},
	}

	signed, err := l.get("checkpoint", 1<<16)
	if err != nil {
		return err
	}
	tree, err := l.open(signed)
	if err != nil {
		return fmt.Errorf("checkpoint: %w", err)
	}
	fmt.Fprintf(out, "ok     checkpoint: %d entries, signed by %s\n", tree.N, verifier.Name())

	hashes, err := l.entries(tree)
	if err != nil {
		return err
	}
	fmt.Fprintf(out, "ok     entries: the root recomputed from their bytes alone is the signed one\n")

	if err := l.everyTile(tree, hashes); err != nil {
		return err
	}
	fmt.Fprintf(out, "ok     tiles: each is what the entries make it\n")

	if err := l.proofs(tree, hashes, sample); err != nil {
		return err
	}
	fmt.Fprintf(out, "ok     proofs: those served and those made from tiles\n")

	said, err := l.extends(tree, state)
	if err != nil {
		return fmt.Errorf("consistency: %w", err)
	}
	fmt.Fprintf(out, "ok     consistency: %s\n", said)
	if state != "" {
		if err := replace(state, signed); err != nil {
			return err
		}
	}
	fmt.Fprintf(out, "verified %d entries with %d requests in %.1f s\n", tree.N, l.requests, time.Since(began).Seconds())
	return nil
}

// served is a log as anybody on the network sees it. It is a tlog.TileReader.
type served struct {
	url      string
	verifier note.Verifier
	client   *http.Client
	tiles    map[tlog.Tile][]byte
	requests int
}

func (l *served) get(path string, max int64) ([]byte, error) {
	l.requests++
	answer, err := l.client.Get(l.url + "/" + path)
	if err != nil {
		return nil, err
	}
	defer answer.Body.Close()
	if answer.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("%s: %s", path, answer.Status)
	}
	body, err := io.ReadAll(io.LimitReader(answer.Body, max+1))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	if int64(len(body)) > max {
		return nil, fmt.Errorf("%s: more than %d bytes", path, max)
	}
	return body, nil
}

// open believes a checkpoint (C2SP tlog-checkpoint) if the log signed it.
func (l *served) open(signed []byte) (tlog.Tree, error) {
	opened, err := note.Open(signed, note.VerifierList(l.verifier))
	if err != nil {
		return tlog.Tree{}, err
	}
	lines := strings.Split(opened.Text, "\n")
	if len(lines) != 4 || lines[3] != "" {
		return tlog.Tree{}, errors.New("not three lines")
	}
	if lines[0] != l.verifier.Name() {
		return tlog.Tree{}, fmt.Errorf("of another log: %s", lines[0])
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	if err != nil || size < 0 || strconv.FormatInt(size, 10) != lines[1] {
		return tlog.Tree{}, fmt.Errorf("no size: %q", lines[1])
	}
	root, err := tlog.ParseHash(lines[2])
	if err != nil {
		return tlog.Tree{}, err
	}
	return tlog.Tree{N: size, Hash: root}, nil
}

const bundle = 256

// computed holds every hash of the tree that was worked out here, in the order tlog stores them.
type computed []tlog.Hash

func (c computed) ReadHashes(indexes []int64) ([]tlog.Hash, error) {
	hashes := make([]tlog.Hash, len(indexes))
	for i, index := range indexes {
		if index >= int64(len(c)) {
			return nil, fmt.Errorf("hash %d has not been computed", index)
		}
		hashes[i] = c[index]
	}
	return hashes, nil
}

func (c computed) leaf(index int64) tlog.Hash { return c[tlog.StoredHashIndex(0, index)] }

// entries reads every bundle, hashes every entry and finds the root from them alone.
func (l *served) entries(tree tlog.Tree) (computed, error) {
	hashes := make(computed, 0, 2*tree.N)
	for at := int64(0); at < tree.N; at += bundle {
		width := min(bundle, tree.N-at)
		path := entriesPath(at/bundle, int(width))
		body, err := l.get(path, bundle*(2+65535))
		if err != nil {
			return nil, err
		}
		entries, err := split(body)
		if err != nil || int64(len(entries)) != width {
			return nil, fmt.Errorf("%s: %d entries, not %d (%v)", path, len(entries), width, err)
		}
		for i, entry := range entries {
			more, err := tlog.StoredHashes(at+int64(i), entry, hashes)
			if err != nil {
				return nil, err
			}
			hashes = append(hashes, more...)
		}
	}
	root, err := tlog.TreeHash(tree.N, hashes)
	if err != nil {
		return nil, err
	}
	if root != tree.Hash {
		return nil, fmt.Errorf("entries: their root is not the signed one%s", l.unlike(tree, hashes))
	}
	return hashes, nil
}

// unlike says which entry differs from the hash the log serves for it, to find where to look.
func (l *served) unlike(tree tlog.Tree, hashes computed) string {
	for _, tile := range tlog.NewTiles(l.Height(), 0, tree.N) {
		if tile.L != 0 {
			continue
		}
		body, err := l.get(tilePath(tile), 1<<13)
		if err != nil || len(body) != tile.W*tlog.HashSize {
			return ""
		}
		for i := range tile.W {
			index := tile.N*bundle + int64(i)
			leaf := hashes.leaf(index)
			if !bytes.Equal(leaf[:], body[i*tlog.HashSize:(i+1)*tlog.HashSize]) {
				return fmt.Sprintf("; entry %d is not the one its tile names", index)
			}
		}
	}
	return ""
}

// everyTile compares each tile byte by byte. (That tlog checks tiles against their parents itself
// is not relied upon: before x/mod v0.40.0 it could be led past some, CVE-2026-56865.)
func (l *served) everyTile(tree tlog.Tree, hashes computed) error {
	for _, tile := range tlog.NewTiles(l.Height(), 0, tree.N) {
		want, err := tlog.ReadTileData(tile, hashes)
		if err != nil {
			return err
		}
		body, err := l.get(tilePath(tile), 1<<13)
		if err != nil {
			return err
		}
		if !bytes.Equal(body, want) {
			return fmt.Errorf("%s is not what the entries make it", tilePath(tile))
		}
		l.tiles[tile] = body
	}
	return nil
}

// split takes a bundle apart: before each entry its length, a big-endian uint16.
func split(body []byte) ([][]byte, error) {
	var entries [][]byte
	for len(body) > 0 {
		if len(body) < 2 {
			return nil, errors.New("torn length")
		}
		length := int(binary.BigEndian.Uint16(body))
		if len(body) < 2+length {
			return nil, errors.New("torn entry")
		}
		entries = append(entries, body[2:2+length])
		body = body[2+length:]
	}
	return entries, nil
}

// proofs tries inclusion proofs spread over the log: the ones served, and ones made from tiles.
func (l *served) proofs(tree tlog.Tree, hashes computed, sample int64) error {
	if tree.N == 0 || sample <= 0 {
		return nil
	}
	reader := tlog.TileHashReader(tree, l)
	step := max(1, tree.N/sample)
	for _, index := range append(spread(tree.N, step), tree.N-1) {
		made, err := tlog.ProveRecord(tree.N, index, reader)
		if err != nil {
			return fmt.Errorf("proof of entry %d from tiles: %w", index, err)
		}
		if err := tlog.CheckRecord(made, tree.N, tree.Hash, index, hashes.leaf(index)); err != nil {
			return fmt.Errorf("proof of entry %d from tiles: %w", index, err)
		}
		if err := l.proof(index, hashes.leaf(index)); err != nil {
			return fmt.Errorf("proof of entry %d as served: %w", index, err)
		}
		if err := l.receipt(index, hashes.leaf(index)); err != nil {
			return fmt.Errorf("receipt of entry %d: %w", index, err)
		}
	}
	return nil
}

func spread(size, step int64) []int64 {
	var indexes []int64
	for index := int64(0); index < size; index += step {
		indexes = append(indexes, index)
	}
	return indexes
}

func (l *served) proof(index int64, leaf tlog.Hash) error {
	body, err := l.get(fmt.Sprintf("proof/%d", index), 1<<16)
	if err != nil {
		return err
	}
	var said struct {
		Index      int64
		Size       int64
		LeafHash   tlog.Hash
		Proof      []tlog.Hash
		Checkpoint string
	}
	if err := json.Unmarshal(body, &said); err != nil {
		return err
	}
	tree, err := l.open([]byte(said.Checkpoint))
	if err != nil {
		return err
	}
	if said.Index != index || said.Size != tree.N || said.LeafHash != leaf {
		return errors.New("of something else")
	}
	return tlog.CheckRecord(said.Proof, tree.N, tree.Hash, index, leaf)
}

// receipt reads a c2sp.org/tlog-proof@v1.
func (l *served) receipt(index int64, leaf tlog.Hash) error {
	body, err := l.get(fmt.Sprintf("receipt/%d", index), 1<<16)
	if err != nil {
		return err
	}
	head, signed, found := bytes.Cut(body, []byte("\n\n"))
	lines := strings.Split(string(head), "\n")
	if !found || len(lines) < 2 || lines[0] != "c2sp.org/tlog-proof@v1" || lines[1] != fmt.Sprintf("index %d", index) {
		return errors.New("not a tlog-proof@v1 of this entry")
	}
	var proof tlog.RecordProof
	for _, line := range lines[2:] {
		hash, err := base64.StdEncoding.Strict().DecodeString(line)
		if err != nil || len(hash) != tlog.HashSize {
			return fmt.Errorf("not a hash: %q", line)
		}
		proof = append(proof, tlog.Hash(hash))
	}
	tree, err := l.open(signed)
	if err != nil {
		return err
	}
	return tlog.CheckRecord(proof, tree.N, tree.Hash, index, leaf)
}

// extends tells whether the log begins with the one of the checkpoint kept in a file.
func (l *served) extends(tree tlog.Tree, state string) (string, error) {
	if state == "" {
		return "no older checkpoint was given", nil
	}
	kept, err := os.ReadFile(state)
	if errors.Is(err, os.ErrNotExist) {
		return "no older checkpoint yet", nil
	}
	if err != nil {
		return "", err
	}
	old, err := l.open(kept)
	if err != nil {
		return "", fmt.Errorf("%s: %w", state, err)
	}
	switch {
	case old.N > tree.N:
		return "", fmt.Errorf("it had %d entries when last seen and has %d now", old.N, tree.N)
	case old.N == tree.N && old.Hash != tree.Hash:
		return "", fmt.Errorf("another root over the same %d entries", old.N)
	case old.N == tree.N || old.N == 0:
		return fmt.Sprintf("the same as at %d entries", old.N), nil
	}
	proof, err := tlog.ProveTree(tree.N, old.N, tlog.TileHashReader(tree, l))
	if err != nil {
		return "", err
	}
	if err := tlog.CheckTree(proof, tree.N, tree.Hash, old.N, old.Hash); err != nil {
		return "", fmt.Errorf("does not extend what was seen at %d entries: %w", old.N, err)
	}
	return fmt.Sprintf("extends what was seen at %d entries", old.N), nil
}

func replace(state string, content []byte) error {
	draft := filepath.Clean(state) + ".new"
	if err := os.WriteFile(draft, content, 0o644); err != nil {
		return err
	}
	return os.Rename(draft, state)
}

func (l *served) Height() int { return 8 }

func (l *served) SaveTiles(tiles []tlog.Tile, data [][]byte) {}

func (l *served) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	data := make([][]byte, len(tiles))
	for i, tile := range tiles {
		if known, ok := l.tiles[tile]; ok {
			data[i] = known
			continue
		}
		body, err := l.get(tilePath(tile), 1<<13)
		if err != nil {
			return nil, err
		}
		data[i] = body
	}
	return data, nil
}

// tilePath is C2SP tlog-tiles' spelling of what sumdb calls tile/8/<level>/….
func tilePath(tile tlog.Tile) string {
	return "tile/" + strings.TrimPrefix(tile.Path(), "tile/8/")
}

func entriesPath(index int64, width int) string {
	tile := tlog.Tile{H: 8, L: -1, N: index, W: width}
	return "tile/entries/" + strings.TrimPrefix(tile.Path(), "tile/8/data/")
}
