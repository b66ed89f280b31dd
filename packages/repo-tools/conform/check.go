// SPDX-License-Identifier: Apache-2.0

package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/moby/buildkit/client/llb"
	"github.com/moby/buildkit/client/llb/sourceresolver"
	"github.com/moby/buildkit/frontend/dockerfile/dockerfile2llb"
	"github.com/moby/buildkit/frontend/dockerfile/parser"
	"github.com/moby/buildkit/frontend/dockerui"
	"github.com/moby/buildkit/frontend/gateway/client"
	"github.com/moby/buildkit/solver/pb"
	digest "github.com/opencontainers/go-digest"
	ocispecs "github.com/opencontainers/image-spec/specs-go/v1"
	fstypes "github.com/tonistiigi/fsutil/types"
)

var linuxAmd64 = ocispecs.Platform{OS: "linux", Architecture: "amd64"}

// check gives why `docker build --check` would refuse the Dockerfile, or nil,
// and the lines the refusal may name.
func check(source, dockerignore string) (any, []int) {
	err := checkOnce(source, dockerignore)
	if err == nil {
		return nil, nil
	}
	lines := []int{}
	if line := firstLine(err); line > 0 {
		lines = append(lines, line)
	}
	if isBadImage(err) && len(lines) > 0 {
		lines = append(lines, otherBadImages(source, dockerignore, lines[0])...)
	}
	if isCircle(err) {
		// Which way it goes round, and from where, is chance.
		for range 20 {
			lines = append(lines, allLines(checkOnce(source, dockerignore))...)
		}
	}
	slices.Sort(lines)
	lines = slices.Compact(lines)
	return withoutSuggestion(err), lines
}

func isBadImage(err error) bool {
	return err != nil && strings.HasPrefix(err.Error(), "failed to parse stage name")
}

func isCircle(err error) bool {
	return strings.HasPrefix(err.Error(), "circular dependency detected")
}

// otherBadImages gives the other lines that the refusal could have named:
// BuildKit resolves all base images at the same time, and which of several bad
// ones it names is chance. So the one it named is mended and it is asked again.
func otherBadImages(source, dockerignore string, line int) []int {
	lines := []int{}
	for line > 0 && len(lines) < 20 {
		mended, ok := withoutImage(source, line)
		if !ok {
			break
		}
		source = mended
		err := checkOnce(source, dockerignore)
		line = 0
		if isBadImage(err) {
			if line = firstLine(err); line > 0 {
				lines = append(lines, line)
			}
		}
	}
	return lines
}

// withoutImage takes away the image that the instruction at the line names;
// all lines keep their numbers.
func withoutImage(source string, line int) (string, bool) {
	result, err := parse(source)
	if err != nil {
		return "", false
	}
	lines := strings.SplitAfter(source, "\n")
	for _, node := range result.AST.Children {
		if line < node.StartLine || line > node.EndLine {
			continue
		}
		mended := ""
		if args := nodeArgs(node); strings.EqualFold(node.Value, "from") {
			mended = strings.Join(append([]string{"FROM scratch"}, args[1:]...), " ")
		}
		before := strings.Join(lines[:node.StartLine-1], "")
		after := strings.Join(lines[min(node.EndLine, len(lines)):], "")
		gap := strings.Repeat("\n", node.EndLine-node.StartLine+1)
		return before + mended + gap + after, true
	}
	return "", false
}

// withoutSuggestion drops the " (did you mean …?)" that BuildKit hangs on some
// errors: what it proposes is no part of the reason.
func withoutSuggestion(err error) string {
	text := err.Error()
	for outer := err; outer != nil; outer = errors.Unwrap(outer) {
		inner := errors.Unwrap(outer)
		if inner == nil {
			break
		}
		added, wrapped := strings.CutPrefix(outer.Error(), inner.Error())
		if wrapped && strings.HasPrefix(added, " (did you mean ") {
			text = strings.TrimSuffix(text, added)
		}
	}
	return text
}

func dependsOnChance(err error) bool {
	return strings.HasPrefix(err.Error(), "failed to parse stage name")
}

func checkOnce(source, dockerignore string) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("panic: %v", p)
		}
	}()
	ui, err := dockerui.NewClient(&fakeGateway{dockerignore: dockerignore})
	if err != nil {
		return err
	}
	// What dockerfile2llb.DockerfileLint does, which keeps back the error.
	_, err = dockerfile2llb.Dockerfile2LLB(
		context.Background(),
		[]byte(source),
		dockerfile2llb.ConvertOpt{
			Config:       ui.Config,
			Client:       ui,
			SourceMap:    llb.NewSourceMap(nil, "Dockerfile", "Dockerfile", []byte(source)),
			MetaResolver: emptyImages{},
			Warn:         func(string, string, string, string, []parser.Range) {},
			AllStages:    true,
		},
	)
	return err
}

// emptyImages stands for a registry in which every image exists, is empty and
// has the wanted platform.
type emptyImages struct{}

func (emptyImages) ResolveImageConfig(_ context.Context, ref string, opt sourceresolver.Opt) (string, digest.Digest, []byte, error) {
	platform := linuxAmd64
	if opt.ImageOpt != nil && opt.ImageOpt.Platform != nil {
		platform = *opt.ImageOpt.Platform
	}
	config := answer{
		{"architecture", platform.Architecture},
		{"os", platform.OS},
	}
	if platform.Variant != "" {
		config = append(config, member{"variant", platform.Variant})
	}
	if platform.OSVersion != "" {
		config = append(config, member{"os.version", platform.OSVersion})
	}
	return ref, "", encode(config), nil
}

// fakeGateway stands for BuildKit's daemon: a build context that holds a
// .dockerignore and nothing else.
type fakeGateway struct {
	emptyImages
	dockerignore string
}

var allCaps = pb.Caps.CapSet(pb.Caps.All())

var errNotFaked = errors.New("not part of a check")

func (g *fakeGateway) BuildOpts() client.BuildOpts {
	return client.BuildOpts{
		Opts:    map[string]string{},
		Workers: []client.WorkerInfo{{Platforms: []ocispecs.Platform{linuxAmd64}}},
		LLBCaps: allCaps,
		Caps:    allCaps,
	}
}

func (g *fakeGateway) Solve(context.Context, client.SolveRequest) (*client.Result, error) {
	result := client.NewResult()
	result.SetRef(g)
	return result, nil
}

func (g *fakeGateway) ReadFile(_ context.Context, req client.ReadRequest) ([]byte, error) {
	if req.Filename == dockerui.DefaultDockerignoreName && g.dockerignore != "" {
		return []byte(g.dockerignore), nil
	}
	return nil, os.ErrNotExist
}

func (g *fakeGateway) StatFile(_ context.Context, req client.StatRequest) (*fstypes.Stat, error) {
	if req.Path == dockerui.DefaultDockerignoreName && g.dockerignore != "" {
		return &fstypes.Stat{Path: req.Path, Size: int64(len(g.dockerignore))}, nil
	}
	return nil, os.ErrNotExist
}

func (g *fakeGateway) ResolveSourceMetadata(_ context.Context, op *pb.SourceOp, _ sourceresolver.Opt) (*sourceresolver.MetaResponse, error) {
	return &sourceresolver.MetaResponse{Op: op}, nil
}

func (g *fakeGateway) Inputs(context.Context) (map[string]llb.State, error) {
	return nil, nil
}

func (g *fakeGateway) NewContainer(context.Context, client.NewContainerRequest) (client.Container, error) {
	return nil, errNotFaked
}

func (g *fakeGateway) Warn(context.Context, digest.Digest, string, client.WarnOpts) error {
	return nil
}

func (g *fakeGateway) ToState() (llb.State, error) {
	return llb.Scratch(), nil
}

func (g *fakeGateway) Evaluate(context.Context) error {
	return nil
}

func (g *fakeGateway) ReadDir(context.Context, client.ReadDirRequest) ([]*fstypes.Stat, error) {
	return nil, nil
}
