// Checks a published log with golang.org/x/mod/sumdb/{note,tlog}, the implementation that the C2SP formats come from. Debian: golang-go, golang-golang-x-mod-dev.
//
//	GO111MODULE=off GOPATH=/usr/share/gocode go run main.go FOLDER VERIFIER-KEY [OLDER-CHECKPOINT-FILE]
package main

import (
	"encoding/binary"
	"fmt"
	"log"
	"os"
	"path/filepath"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

// folderTiles hands the tiles of a folder to the package, which believes none of them.
type folderTiles string

func (folderTiles) Height() int { return 8 }

func (folderTiles) SaveTiles([]tlog.Tile, [][]byte) {}

func (folder folderTiles) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	data := make([][]byte, len(tiles))
	for i, tile := range tiles {
		var err error
		if data[i], err = os.ReadFile(filepath.Join(string(folder), path(fmt.Sprint(tile.L), tile.N, tile.W))); err != nil {
			return nil, err
		}
	}
	return data, nil
}

func path(level string, n int64, width int) string {
	name := fmt.Sprintf("%03d", n%1000)
	for n /= 1000; n > 0; n /= 1000 {
		name = fmt.Sprintf("x%03d/%s", n%1000, name)
	}
	if width < 256 {
		name += fmt.Sprintf(".p/%d", width)
	}
	return "tile/" + level + "/" + name
}

func open(data []byte, verifier note.Verifier) (string, tlog.Tree) {
	opened, err := note.Open(data, note.VerifierList(verifier))
	check(err)
	var origin, root string
	var size int64
	_, err = fmt.Sscanf(opened.Text, "%s\n%d\n%s\n", &origin, &size, &root)
	check(err)
	hash, err := tlog.ParseHash(root)
	check(err)
	return origin, tlog.Tree{N: size, Hash: hash}
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}

func main() {
	folder := os.Args[1]
	verifier, err := note.NewVerifier(os.Args[2])
	check(err)
	data, err := os.ReadFile(filepath.Join(folder, "checkpoint"))
	check(err)
	origin, tree := open(data, verifier)
	reader := tlog.TileHashReader(tree, folderTiles(folder))
	for from := int64(0); from < tree.N; from += 256 {
		width := int(min(256, tree.N-from))
		bundle, err := os.ReadFile(filepath.Join(folder, path("entries", from/256, width)))
		check(err)
		indexes := make([]int64, width)
		for i := range indexes {
			indexes[i] = tlog.StoredHashIndex(0, from+int64(i))
		}
		hashes, err := reader.ReadHashes(indexes)
		check(err)
		for i := 0; i < width; i++ {
			length := binary.BigEndian.Uint16(bundle)
			if tlog.RecordHash(bundle[2:2+length]) != hashes[i] {
				log.Fatalf("entry %d is not the one in the tree", from+int64(i))
			}
			bundle = bundle[2+length:]
		}
		if len(bundle) != 0 {
			log.Fatal("bytes behind the entries")
		}
	}
	for _, n := range []int64{0, tree.N / 2, tree.N - 1} {
		proof, err := tlog.ProveRecord(tree.N, n, reader)
		check(err)
		hashes, err := reader.ReadHashes([]int64{tlog.StoredHashIndex(0, n)})
		check(err)
		check(tlog.CheckRecord(proof, tree.N, tree.Hash, n, hashes[0]))
	}
	if len(os.Args) > 3 {
		older, err := os.ReadFile(os.Args[3])
		check(err)
		_, before := open(older, verifier)
		proof, err := tlog.ProveTree(tree.N, before.N, reader)
		check(err)
		check(tlog.CheckTree(proof, tree.N, tree.Hash, before.N, before.Hash))
	}
	fmt.Println(origin, tree.N, tree.Hash)
}
