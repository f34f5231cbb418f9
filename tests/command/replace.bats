#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# What stands at DIR: replaced only when all of it is ours, of this region and period; everything else stays as it is.
load helper

# state FOLDER: everything about it and what is in it, names quoted
state() {
    find "$1" -printf '%y %m %i %s %l ' -print0 | tr '\0\n' '\n ' | LC_ALL=C sort
    find "$1" -type f -print0 | LC_ALL=C sort -z | xargs -0r sha256sum
}

# beside: the names in the test's folder that a run could have left there
beside() { find . -maxdepth 1 -name '*tongbao*'; }

# untouched WORD STATUS: a run into out ends with STATUS (3), names WORD and changes nothing
untouched() {
    local before
    before=$(state out)
    publish
    expect_status "${2:-3}"
    expect_output "$1"
    [ "$before" = "$(state out)" ] || { diff <(echo "$before") <(state out); return 1; }
    [ -z "$(beside)" ] || { beside; return 1; }
}

# resum: the list of sums made anew for what is there, as somebody who knows the rule would
resum() { (cd out && find . -type f ! -name SHA256SUMS -printf '%P\n' | LC_ALL=C sort | xargs -d '\n' sha256sum >SHA256SUMS); }

# Every case on a publication of its own; a name, the word that must be said, what is done to it.
strange_things() {
    cat <<'CASES'
a document|已签发扫描件.pdf|echo scan >out/已签发扫描件.pdf
a file in a folder|data/x.csv|echo x >out/data/x.csv
a hidden file|.DS_Store|echo x >out/.DS_Store
an office's lock file|~$region.xlsx|: >'out/~$region.xlsx'
an editor's copy|audit.csv~|cp out/audit.csv out/audit.csv~
a copy of a listed file|audit (1).csv|cp out/audit.csv 'out/audit (1).csv'
an empty folder|审签|mkdir out/审签
a folder with a file|审签|mkdir out/审签; echo x >out/审签/x
a folder deep down|data/a|mkdir -p out/data/a/b/c
a link to a file|link|ln -s ../mine out/link
a link to a folder|link|ln -s ../keep out/link
a dangling link|link|ln -s nowhere out/link
a listed file made a link|audit.csv|mv out/audit.csv keep/audit.csv; ln -s ../keep/audit.csv out/audit.csv
a listed folder made a link|data|mv out/data keep/data; ln -s ../keep/data out/data
a listed file made a folder|audit.csv|rm out/audit.csv; mkdir out/audit.csv
a listed file made a pipe|audit.csv|rm out/audit.csv; mkfifo out/audit.csv
a pipe|pipe|mkfifo out/pipe
a byte changed|data/ranks.csv|printf X | dd of=out/data/ranks.csv bs=1 seek=5 conv=notrunc status=none
a line added|audit.csv|echo 'note,,,,,,,mine,已核' >>out/audit.csv
the end cut off|data/measures.csv|truncate -s 100 out/data/measures.csv
emptied|index.html|: >out/index.html
no list of sums|SHA256SUMS|rm out/SHA256SUMS out/RUN.txt out/audit.csv out/index.html out/data -r; echo x >out/SHA256SUMS
the list gone|RUN.txt|rm out/SHA256SUMS
the list a folder|SHA256SUMS|rm out/SHA256SUMS; mkdir out/SHA256SUMS
the list a dangling link|SHA256SUMS|rm out/SHA256SUMS; ln -s nowhere out/SHA256SUMS
the list a link to itself elsewhere|SHA256SUMS|mv out/SHA256SUMS keep/; ln -s ../keep/SHA256SUMS out/SHA256SUMS
the list a pipe|SHA256SUMS|rm out/SHA256SUMS; mkfifo out/SHA256SUMS
the list with a remark|SHA256SUMS|echo '# 已核' >>out/SHA256SUMS
the list with Windows's line ends|SHA256SUMS|sed -i 's/$/\r/' out/SHA256SUMS
the list without its end|SHA256SUMS|truncate -s -1 out/SHA256SUMS
the list with a file above|SHA256SUMS|sha256sum mine | sed 's|  |  ../|' >>out/SHA256SUMS
the list with a file from the root|SHA256SUMS|sha256sum "$PWD/mine" >>out/SHA256SUMS
the list with a line twice|SHA256SUMS|head -n 1 out/SHA256SUMS >line; cat line >>out/SHA256SUMS
the list empty|RUN.txt|: >out/SHA256SUMS
the list of something else|SHA256SUMS|echo x >out/SHA256SUMS
a name with a line break|a b|echo x >"out/a"$'\n'"b"
a name with an escape|a [31mb|echo x >"out/a"$'\e'"[31mb"
a name in GBK|out|echo x >"out/$(printf '\xb2\xe2')"
a name of 255 bytes|xxxxx|echo x >"out/$(printf 'x%.0s' {1..255})"
everything but the list gone|data/measures.csv|rm -r out/data out/audit.csv out/index.html out/RUN.txt
no record and no table of figures|data/measures.csv|rm out/RUN.txt out/data/measures.csv
a record of nothing known|RUN.txt|sed -i '1s/.*/# 记录/' out/RUN.txt; resum
CASES
}

@test "strange things in DIR: each is named, nothing is touched" {
    publish
    expect_status 0
    mv out whole
    echo mine >mine
    local name word command count=0
    while IFS='|' read -r name word command; do
        rm -rf out keep && mkdir keep && cp -a whole out
        eval "$command"
        untouched "$word" || { echo "in the case: $name"; return 1; }
        count=$((count + 1))
    done < <(strange_things)
    [ "$count" -eq "$(strange_things | wc -l)" ] && [ "$count" -ge 40 ]
    [ "$(cat mine)" = mine ]
}

@test "nothing that is said has a control character in it" {
    publish
    echo x >"out/a"$'\e'"[31m"$'\n'"b"
    publish
    expect_status 3
    refute grep -q $'\e' <<<"$output"
    [ "${#lines[@]}" -eq 1 ]
}

@test "what is no folder at DIR stays" {
    mkdir empty && publish && mv out ours
    for make in 'echo mine >out' 'ln -s empty out' 'ln -s ours out' 'ln -s nowhere out' 'mkfifo out'; do
        rm -rf out
        eval "$make"
        untouched out || { echo "in the case: $make"; return 1; }
    done
    # a slash at its end makes a link no folder
    rm out && ln -s ours out
    before=$(state ours)
    run tongbao run region --period 2019Q3 --output out/ --only csv
    expect_status 3
    [ -L out ]
    [ "$before" = "$(state ours)" ]
}

@test "somebody's folder stays, whatever a file in it is called" {
    mkdir out && echo thesis >out/thesis.docx
    untouched thesis.docx
    echo x >out/SHA256SUMS
    untouched SHA256SUMS
    (cd out && sha256sum thesis.docx >SHA256SUMS)
    # even one whose list is right: nobody can tell of which region and period it is
    untouched data/measures.csv
}

@test "replaced: an empty folder, a publication of ours, one with a file missing, touched or linked elsewhere" {
    mkdir out
    publish
    expect_status 0
    whole out
    for change in : 'rm out/audit.csv' 'rm -r out/data/ranks.csv' 'touch out/audit.csv' 'chmod 600 out/audit.csv' \
        'ln out/audit.csv kept.csv' 'cp -al out copy'; do
        eval "$change"
        publish
        expect_status 0 || { echo "after: $change"; return 1; }
        whole out
        [ -z "$(beside)" ]
    done
    [ -s kept.csv ]
    whole copy
}

@test "another period or region stays" {
    publish
    before=$(state out)
    run tongbao run region --period 2019Q2 --output out --only csv
    expect_status 3
    expect_output 另一个时期
    cp -r region other
    sed -i 's/^R,测试州/Q,别的州/; s/,R,$/,Q,/' other/areas.csv
    sed -i 's/,R,VA,/,Q,VA,/' other/data/a.csv
    sed -i 's/测试州/别的州/' other/settings.csv
    run tongbao run other --period 2019Q3 --output out --only csv
    expect_status 3
    expect_output 另一个地区
    # of the same code, for both were made from one example
    cp -r region namesake
    sed -i 's/测试州/别的州/' namesake/settings.csv namesake/areas.csv
    run tongbao run namesake --period 2019Q3 --output out --only csv
    expect_status 3
    expect_output 另一个地区
    [ "$before" = "$(state out)" ]
}

@test "a file that somebody listed too is theirs, whatever it is called" {
    run tongbao run region --period 2019Q3 --output out --only csv,txt
    expect_status 0
    mv out whole
    for scan in 扫描件.pdf region-2019年前三季度-签收.pdf region-2019年前三季度-2.pdf region-2019年上半年.pdf region.txt \
        areas/签收.pdf areas/A-甲县-2019年前三季度-签收.pdf areas/A-甲县-2019年上半年.txt letters/a/A-甲县-2019年前三季度.pdf \
        data/更正.csv data/measures.xlsx audit.txt region-2019年前三季度.docx region-2019年前三季度 new/index.html; do
        rm -rf out && cp -a whole out
        mkdir -p "out/$(dirname "$scan")" && echo scan >"out/$scan"
        (cd out && find . -type f ! -name SHA256SUMS -printf '%P\0' | xargs -0 sha256sum >../sums) && mv sums out/SHA256SUMS
        before=$(state out)
        run tongbao run region --period 2019Q3 --output out --only csv,txt
        expect_status 3 || { echo "for: $scan"; return 1; }
        expect_output "'$scan'"
        [ "$before" = "$(state out)" ]
    done
    # the same list without one is ours, and files of an area that is no longer there are
    rm -rf out && cp -a whole out
    (cd out && sha256sum -- * */* 2>/dev/null | grep -v SHA256SUMS >../sums; true) && mv sums out/SHA256SUMS
    sed -i '/^B,/d' region/areas.csv && sed -i '/,B,/d' region/data/a.csv
    run tongbao run region --period 2019Q3 --output out --only csv,txt
    expect_status 0
    [ ! -e out/areas/B-乙县-2019年前三季度.txt ]
    whole out
}

@test "a region is told from another whose name its page has, or is part of" {
    sed -i 's/甲县/新测试州/' region/areas.csv
    publish
    expect_status 0
    grep -q 新测试州 out/index.html
    before=$(state out)
    for name in 新测试州 测试 州 '测试州&' '测<试州' "测试州'" '测试州"' '测试州&amp;' 测试州工业和信息化局; do
        rm -rf other && cp -r region other
        sed -i "s/^R,测试州,/R,${name//&/\\&},/; s/新测试州/甲县/" other/areas.csv
        sed -i "s/^region,测试州/region,${name//&/\\&}/" other/settings.csv
        [[ $name != *'"'* ]] || sed -i 's/测试州"/"测试州"""/' other/areas.csv other/settings.csv
        run tongbao run other --period 2019Q3 --output out --only csv
        expect_status 3 || { echo "for: $name"; return 1; }
        expect_output 另一个地区
        [ "$before" = "$(state out)" ]
        # and its own is known again
        rm -rf theirs
        run tongbao run other --period 2019Q3 --output theirs --only csv
        expect_status 0
        run tongbao run other --period 2019Q3 --output theirs --only csv
        expect_status 0 || { echo "again: $name"; return 1; }
    done
}

@test "a publication whose page doesn't say whose it is stays" {
    publish
    sed -i 's/ data-publication="[0-9a-f]*"//' out/index.html
    rm out/RUN.txt
    resum
    untouched index.html
    rm out/index.html
    untouched index.html
}

@test "a region without figures of its own is known by its areas" {
    sed -i 's/^id,name,unit,kind$/id,name,unit,kind,total/; s/^\(INV,.*\)$/\1,none/; s/^\(VA,.*\)$/\1,none/' region/indicators.csv
    sed -i '/,R,VA,/d' region/data/a.csv
    publish
    expect_status 0
    refute grep -q '^2019Q3,R,' out/data/measures.csv
    publish
    expect_status 0
}

@test "a run with --area or --only replaces nothing that it leaves out" {
    run tongbao run region --period 2019Q3 --output out --only txt,csv
    expect_status 0
    before=$(state out)
    for less in '--only csv' '--only pdf' '--only txt --area A' '--area 甲县'; do
        # shellcheck disable=SC2086 # several arguments
        run tongbao run region --period 2019Q3 --output out $less
        expect_status 3 || { echo "for: $less"; return 1; }
        expect_output .txt
        [ "$before" = "$(state out)" ]
    done
    # as much, or more
    for more in '--only txt' '--only csv,txt' '--only txt,xlsx'; do
        # shellcheck disable=SC2086 # several arguments
        run tongbao run region --period 2019Q3 --output out $more
        expect_status 0 || { echo "for: $more"; return 1; }
    done
    # a run that leaves nothing out on demand replaces everything
    run tongbao run region --period 2019Q3 --output out
    expect_status 0
    [ "$(find out -name '*.txt')" = out/RUN.txt ]
    whole out
}

@test "--keep-old renames any folder to the first free DIR-旧n and publishes" {
    mkdir out out-旧1 && echo mine >out/mine && echo file >out-旧2
    publish --keep-old
    expect_status 0
    expect_output out-旧3
    [ "$(cat out-旧3/mine)" = mine ]
    whole out
    publish --keep-old
    whole out && whole out-旧4
    run tongbao run region --period 2019Q2 --output out --only csv --keep-old
    expect_status 0
    whole out-旧5
    [ -z "$(beside)" ]
    # no folder: nothing to rename; an empty one: not worth it; none: not needed
    rm -r out && echo mine >out
    untouched out
    publish --keep-old
    expect_status 3
    rm out && mkdir out
    publish --keep-old
    expect_status 0
    rm -r out
    publish --keep-old
    expect_status 0
    [ ! -e out-旧6 ]
}

@test "DIR may not be the input, lie in it or hold it, by whatever name" {
    mkdir deep && ln -s region link && ln -s region/data inside && ln -s . here
    before=$(state region)
    for dir in region region/ ./region region/../region link link/ here/region region/out region/data link/out \
        inside/../out region/new/yet/deeper nothing/../region/out "$PWD/region" "$PWD" .. . / ./ deep/.. here ../; do
        run tongbao run region --period 2019Q3 --output "$dir" --only csv
        expect_status 3 || { echo "for: $dir"; return 1; }
        run tongbao run region --period 2019Q3 --output "$dir" --only csv --keep-old
        expect_status 3 || { echo "for: $dir"; return 1; }
    done
    [ "$before" = "$(state region)" ]
    [ -z "$(find . /.-核查.csv -maxdepth 1 -name '*核查*' 2>/dev/null)" ]
    run tongbao run link --period 2019Q3 --output region/out --only csv
    expect_status 3
    # beside it, and with a name that begins like it
    run tongbao run region --period 2019Q3 --output region-out --only csv
    expect_status 0
    run tongbao run region/ --period 2019Q3 --output region/../out --only csv
    expect_status 0
}

@test "the folder one stands in, and an input kept in an earlier publication, stay" {
    publish
    cp -r region out/region
    before=$(state out)
    run tongbao run out/region --period 2019Q3 --output out --only csv
    expect_status 3
    [ "$before" = "$(state out)" ]
    rm -r out/region
    before=$(state out)
    cd out
    run tongbao run ../region --period 2019Q3 --output ../out --only csv
    expect_status 3
    cd ..
    [ "$before" = "$(state out)" ]
}

@test "long and odd names of DIR work, and what stands beside them is found again" {
    for name in "$(printf '县%.0s' {1..85})" "$(printf 'x%.0s' {1..255})" 'a b' $'line\nbreak' '-o' '100%s' "quote'\"" ' '; do
        for time in 1 2; do
            run tongbao run region --period 2019Q3 --output "./$name" --only csv
            expect_status 0 || { echo "for: $name ($time)"; return 1; }
        done
        whole "./$name"
        run tongbao run region --period 2019Q3 --output "./$name" --only csv --keep-old
        expect_status 0
        [ "$(find . -maxdepth 1 -name '*-旧1' -printf x)" = x ]
        rm -rf "./$name" ./*-旧1
        [ -z "$(beside)" ]
    done
}

# as_nobody COMMAND…: by an ordinary user, for whom permissions count, in a folder of theirs
as_nobody() {
    if [ "$(id -u)" -ne 0 ]; then
        "$@"
        return
    fi
    setpriv --reuid 65534 --regid 65534 --clear-groups "$@"
}

@test "4: what can't be read or removed in DIR, and a parent that can't be written, are left alone" {
    work=$(mktemp -d) && cp -r region "$work" && cd "$work"
    [ "$(id -u)" -ne 0 ] || chown -R 65534:65534 .
    as_nobody test -x "$TONGBAO" || skip "the program is out of reach for an ordinary user"
    step() { run as_nobody "$TONGBAO" run region --period 2019Q3 --output "${1:-out}" --only csv; }
    step
    expect_status 0
    for mode in 'data 000' 'data 500' 'data/ranks.csv 000' 'audit.csv 000' '. 000' '. 500' 'SHA256SUMS 000'; do
        chmod "${mode#* }" "out/${mode% *}"
        step
        chmod 755 out out/data && chmod 644 out/*.* out/SHA256SUMS out/data/*
        expect_status 4 || { echo "for: $mode"; return 1; }
        expect_output out
        whole out
        [ -z "$(beside)" ]
    done
    as_nobody mkdir parent
    chmod 555 parent
    step parent/out
    expect_status 4
    chmod 755 parent
    [ -z "$(ls parent)" ]
    cd "$BATS_TEST_TMPDIR" && rm -rf "$work"
}

@test "a mount point, and something mounted in DIR, stay" {
    inner='mkdir mounted && mount -t tmpfs none mounted || exit 99
        "$0" run region --period 2019Q3 --output mounted --only csv; echo "mounted: $?"
        "$0" run region --period 2019Q3 --output mounted/out --only csv; echo "below: $?"
        "$0" run region --period 2019Q3 --output out --only csv; echo "new: $?"
        mount --bind out/data out/data
        "$0" run region --period 2019Q3 --output out --only csv; echo "within: $?"
        mkdir seen && mount --bind region seen
        "$0" run seen --period 2019Q3 --output region/out --only csv; echo "bound: $?"
        ls mounted out/data'
    run unshare --mount bash -c "$inner" "$TONGBAO"
    [ "$status" -eq 0 ] || run unshare --map-root-user --mount bash -c "$inner" "$TONGBAO"
    [ "$status" -eq 0 ] || skip "nothing can be mounted here"
    expect_output 'mounted: 3'
    expect_output 'below: 0'
    expect_output 'within: 3'
    expect_output 'bound: 3'
    expect_output measures.csv
}
