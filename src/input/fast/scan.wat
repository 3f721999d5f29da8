;; The bytes of a long CSV file → its records as numbers. What scanner.ts lays out in memory, and what comes back, is said
;; there. It is assembled into scan-wasm.ts by `npx vitest run test/input/fast/scanner.test.ts --update`.
;;
;; Three things make it fast. Bytes are compared and searched 16 at a time. What followed some words the last time is guessed
;; to follow them again, and compared: long files go round and round in one order. And no cell becomes a value of JavaScript.
;;
;; Reading past the end of the bytes is harmless: memory goes on for longer than anything reads, and every cell ends at
;; the last line feed at the latest, which is the end of what is scanned.
(module
  (import "given" "memory" (memory 1))
  (import "given" "separator" (global $separator i32))
  ;; Where the steps begin and end; room for numbers, from where to where; and how many bytes those of a record take.
  (import "given" "steps" (global $steps i32))
  (import "given" "stepsEnd" (global $stepsEnd i32))
  (import "given" "out" (global $out i32))
  (import "given" "outEnd" (global $outEnd i32))
  (import "given" "stride" (global $stride i32))
  ;; Room for the bytes of all words, one after the other.
  (import "given" "words" (global $firstWords i32))
  (import "given" "wordsEnd" (global $wordsEnd i32))
  ;; What each column is to the hash of a record, in a byte each, and room for two numbers for each such use.
  (import "given" "uses" (global $uses i32))
  (import "given" "hash" (global $hash i32))

  ;; A step is what is done with one field: 32 bytes.
  ;;   0 what it holds: 0 words, 1 a number, 2 empty cells, 3 cells that nobody asked for
  ;;   4 how many columns it has
  ;;   8 whether it is the last
  ;;  12 words: the number of those that came last         skipped: where its cells were in the record before
  ;;  16 words: how many are known                         skipped: how many bytes these are, 0 for none
  ;;  20 words: where their table is
  ;; A table of words has, one after the other:
  ;;   from 0, 2 bytes for each place of a hash table that is never more than half full: 1 + a number, or 0 for an empty one
  ;;   from 262144, 8 bytes for each number: 4 for where its bytes are, 2 for the number that followed it last, 2 for how many
  ;;   bytes there are
  ;; The places are 0 when a file begins.
  (global $MOST_WORDS i32 (i32.const 65535))
  ;; Where the bytes of the next words go.
  (global $words (mut i32) (global.get $firstWords))

  ;; Where the first record begins that is not among those that were scanned.
  (global $next (export "next") (mut i32) (i32.const 0))

  ;; Whether the same bytes are in both places.
  (func $isSame (param $one i32) (param $other i32) (param $length i32) (result i32)
    (local $differ i32)
    (loop $next
      (local.set $differ (i32.xor (i32.const 0xffff) (i8x16.bitmask (i8x16.eq
        (v128.load (local.get $one)) (v128.load (local.get $other))))))
      (if (i32.le_s (local.get $length) (i32.const 16)) (then
        ;; Of the last 16, those beyond the end do not count.
        (return (i32.eqz (i32.and (local.get $differ)
          (i32.sub (i32.shl (i32.const 1) (local.get $length)) (i32.const 1)))))))
      (if (local.get $differ) (then (return (i32.const 0))))
      (local.set $one (i32.add (local.get $one) (i32.const 16)))
      (local.set $other (i32.add (local.get $other) (i32.const 16)))
      (local.set $length (i32.sub (local.get $length) (i32.const 16)))
      (br $next))
    (unreachable))

  ;; The number of the words there: a new one for new words, or -1 where there is no room for more.
  (func $numberOf (param $step i32) (param $from i32) (param $length i32) (result i32)
    (local $table i32) (local $hash i64) (local $at i32) (local $left i32)
    (local $place i32) (local $id i32) (local $entry i32)
    (local.set $table (i32.load offset=20 (local.get $step)))
    (local.set $at (local.get $from))
    (local.set $left (local.get $length))
    (block $hashed
      (loop $next
        (local.set $hash (i64.mul (i64.const 0x9e3779b97f4a7c15) (i64.xor
          (i64.rotl (local.get $hash) (i64.const 23))
          (if (result i64) (i32.lt_s (local.get $left) (i32.const 8))
            (then (i64.and (i64.load (local.get $at))
              (i64.sub (i64.shl (i64.const 1) (i64.extend_i32_u (i32.shl (local.get $left) (i32.const 3)))) (i64.const 1))))
            (else (i64.load (local.get $at)))))))
        (local.set $at (i32.add (local.get $at) (i32.const 8)))
        (br_if $next (i32.gt_s (local.tee $left (i32.sub (local.get $left) (i32.const 8))) (i32.const 0)))))
    ;; The high bits are the best mixed.
    (local.set $place (i32.wrap_i64 (i64.shr_u (local.get $hash) (i64.const 47))))
    (block $new
      (loop $next
        (local.set $id (i32.load16_u (i32.add (local.get $table) (i32.shl (local.get $place) (i32.const 1)))))
        (br_if $new (i32.eqz (local.get $id)))
        (local.set $id (i32.sub (local.get $id) (i32.const 1)))
        (local.set $entry (i32.add (local.get $table) (i32.shl (local.get $id) (i32.const 3))))
        (if (i32.eq (local.get $length) (i32.load16_u offset=262150 (local.get $entry))) (then
          (if (call $isSame (i32.load offset=262144 (local.get $entry)) (local.get $from) (local.get $length))
            (then (return (local.get $id))))))
        (local.set $place (i32.and (i32.add (local.get $place) (i32.const 1)) (i32.const 0x1ffff)))
        (br $next)))
    (local.set $id (i32.load offset=16 (local.get $step)))
    (if (i32.or (i32.eq (local.get $id) (global.get $MOST_WORDS))
        (i32.or (i32.gt_u (local.get $length) (i32.const 0xffff))
          (i32.gt_u (i32.add (global.get $words) (local.get $length)) (global.get $wordsEnd))))
      (then (return (i32.const -1))))
    (memory.copy (global.get $words) (local.get $from) (local.get $length))
    (local.set $entry (i32.add (local.get $table) (i32.shl (local.get $id) (i32.const 3))))
    (i32.store offset=262144 (local.get $entry) (global.get $words))
    (i32.store16 offset=262148 (local.get $entry) (i32.const 0))
    (i32.store16 offset=262150 (local.get $entry) (local.get $length))
    (global.set $words (i32.add (global.get $words) (local.get $length)))
    (i32.store offset=16 (local.get $step) (i32.add (local.get $id) (i32.const 1)))
    (i32.store16 (i32.add (local.get $table) (i32.shl (local.get $place) (i32.const 1)))
      (i32.add (local.get $id) (i32.const 1)))
    (local.get $id))

  ;; The number of 1 to 9 digits that fill the cell there, whether it is quoted or not; otherwise -1.
  (func $wholeIn (param $at i32) (param $end i32) (result i32)
    (local $value i32) (local $digit i32)
    (if (i32.eq (i32.load8_u (local.get $at)) (i32.const 0x22)) (then
      (local.set $at (i32.add (local.get $at) (i32.const 1)))
      (local.set $end (i32.sub (local.get $end) (i32.const 1)))))
    ;; Fewer than none is more than 8 as well.
    (if (i32.gt_u (i32.sub (i32.sub (local.get $end) (local.get $at)) (i32.const 1)) (i32.const 8))
      (then (return (i32.const -1))))
    (loop $next
      (local.set $digit (i32.sub (i32.load8_u (local.get $at)) (i32.const 0x30)))
      (if (i32.gt_u (local.get $digit) (i32.const 9)) (then (return (i32.const -1))))
      (local.set $value (i32.add (i32.mul (local.get $value) (i32.const 10)) (local.get $digit)))
      (br_if $next (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 1))) (local.get $end))))
    (local.get $value))

  ;; Puts the records from there to the end into numbers, as many as are regular, and fit between $out and $outEnd; how
  ;; many there are. Every record has the same number of cells and is on one line, and a quotation mark is at the edges
  ;; of a cell, or doubled inside; anything else is irregular.
  (func (export "scan") (param $at i32) (param $size i32) (result i32)
    (local $count i32) (local $out i32) (local $slot i32) (local $step i32) (local $holds i32) (local $separator i32)
    (local $table i32) (local $id i32) (local $entry i32)
    (local $again i32) (local $length i32) (local $differ i32)
    (local $from i32) (local $until i32) (local $left i32) (local $isQuoted i32) (local $byte i32)
    (local $block i32) (local $stops i64) (local $ahead i64)
    (local $stoppers v128) (local $low v128)
    (local $a v128) (local $b v128) (local $c v128) (local $d v128)
    (local.set $out (global.get $out))
    (local.set $separator (global.get $separator))
    ;; Bytes to stop at, each in the place of its low four bits, by which it is looked up; in the others what is not in its own.
    (i64.store (global.get $hash) (i64.const 0x0000000000220001))
    (i64.store offset=8 (global.get $hash) (i64.const 0x00000d00000a0000))
    (i32.store8 (i32.add (global.get $hash) (i32.and (local.get $separator) (i32.const 0x0f))) (local.get $separator))
    (local.set $stoppers (v128.load (global.get $hash)))
    (local.set $low (i8x16.splat (i32.const 0x0f)))
    ;; $stops has a bit for each of the 64 bytes from $block on: separators, quotation marks, and ends of lines.
    (local.set $block (i32.const -64))
    (block $irregular
      (loop $record
        (global.set $next (local.get $at))
        (br_if $irregular (i32.ge_u (local.get $at) (local.get $size)))
        (br_if $irregular (i32.gt_u (i32.add (local.get $out) (global.get $stride)) (global.get $outEnd)))
        (i32.store (local.get $out) (local.get $at))
        (local.set $slot (i32.add (local.get $out) (i32.const 4)))
        (local.set $step (global.get $steps))
        (loop $field
          (block $done
            (local.set $holds (i32.load (local.get $step)))
            (local.set $from (local.get $at))
            ;; What may be there again: the words that followed last time, or the cells of the record before.
            (local.set $length (i32.const 0))
            (if (i32.eqz (local.get $holds)) (then
              (local.set $table (i32.load offset=20 (local.get $step)))
              (local.set $id (i32.load16_u offset=262148 (i32.add (local.get $table)
                (i32.shl (i32.load offset=12 (local.get $step)) (i32.const 3)))))
              (if (i32.lt_u (local.get $id) (i32.load offset=16 (local.get $step))) (then
                (local.set $entry (i32.add (local.get $table) (i32.shl (local.get $id) (i32.const 3))))
                (local.set $again (i32.load offset=262144 (local.get $entry)))
                (local.set $length (i32.load16_u offset=262150 (local.get $entry))))))
            (else (if (i32.eq (local.get $holds) (i32.const 3)) (then
              (local.set $again (i32.load offset=12 (local.get $step)))
              (local.set $length (i32.load offset=16 (local.get $step)))))))
            (block $new
              (br_if $new (i32.eqz (local.get $length)))
              (loop $next
                (local.set $differ (i32.xor (i32.const 0xffff) (i8x16.bitmask (i8x16.eq
                  (v128.load (local.get $again)) (v128.load (local.get $at))))))
                (if (i32.gt_s (local.get $length) (i32.const 16)) (then
                  (br_if $new (local.get $differ))
                  (local.set $at (i32.add (local.get $at) (i32.const 16)))
                  (local.set $again (i32.add (local.get $again) (i32.const 16)))
                  (local.set $length (i32.sub (local.get $length) (i32.const 16)))
                  (br $next))))
              ;; Of the last 16, those beyond the end do not count.
              (br_if $new (i32.and (local.get $differ)
                (i32.sub (i32.shl (i32.const 1) (local.get $length)) (i32.const 1))))
              (local.set $at (i32.add (local.get $at) (local.get $length)))
              (br_if $done (local.get $holds))
              (i32.store offset=12 (local.get $step) (local.get $id))
              (i32.store (local.get $slot) (local.get $id))
              (local.set $slot (i32.add (local.get $slot) (i32.const 4)))
              (br $done))

            (local.set $at (local.get $from))
            ;; Past the cells of the field.
            (local.set $left (i32.load offset=4 (local.get $step)))
            (loop $cell
              (local.set $isQuoted (i32.eq (i32.load8_u (local.get $at)) (i32.const 0x22)))
              (local.set $at (i32.add (local.get $at) (local.get $isQuoted)))
              (loop $stop
                (if (i32.ge_u (i32.sub (local.get $at) (local.get $block)) (i32.const 64)) (then
                  (local.set $block (local.get $at))
                  (local.set $a (v128.load (local.get $at)))
                  (local.set $b (v128.load offset=16 (local.get $at)))
                  (local.set $c (v128.load offset=32 (local.get $at)))
                  (local.set $d (v128.load offset=48 (local.get $at)))
                  (local.set $stops (i64.or
                    (i64.or
                      (i64.extend_i32_u (i8x16.bitmask (i8x16.eq (local.get $a)
                        (i8x16.swizzle (local.get $stoppers) (v128.and (local.get $a) (local.get $low))))))
                      (i64.shl (i64.extend_i32_u (i8x16.bitmask (i8x16.eq (local.get $b)
                        (i8x16.swizzle (local.get $stoppers) (v128.and (local.get $b) (local.get $low)))))) (i64.const 16)))
                    (i64.or
                      (i64.shl (i64.extend_i32_u (i8x16.bitmask (i8x16.eq (local.get $c)
                        (i8x16.swizzle (local.get $stoppers) (v128.and (local.get $c) (local.get $low)))))) (i64.const 32))
                      (i64.shl (i64.extend_i32_u (i8x16.bitmask (i8x16.eq (local.get $d)
                        (i8x16.swizzle (local.get $stoppers) (v128.and (local.get $d) (local.get $low)))))) (i64.const 48)))))))
                (local.set $ahead (i64.shr_u (local.get $stops)
                  (i64.extend_i32_u (i32.sub (local.get $at) (local.get $block)))))
                (if (i64.eqz (local.get $ahead)) (then
                  (local.set $at (i32.add (local.get $block) (i32.const 64)))
                  (br $stop)))
                (local.set $at (i32.add (local.get $at) (i32.wrap_i64 (i64.ctz (local.get $ahead)))))
                (local.set $byte (i32.load8_u (local.get $at)))
                (if (local.get $isQuoted) (then
                  (if (i32.eq (local.get $byte) (local.get $separator)) (then
                    (local.set $at (i32.add (local.get $at) (i32.const 1)))
                    (br $stop)))
                  ;; The end of a line within quotation marks.
                  (br_if $irregular (i32.ne (local.get $byte) (i32.const 0x22)))
                  (local.set $at (i32.add (local.get $at) (i32.const 1)))
                  (local.set $byte (i32.load8_u (local.get $at)))
                  (if (i32.eq (local.get $byte) (i32.const 0x22)) (then
                    (local.set $at (i32.add (local.get $at) (i32.const 1)))
                    (br $stop))))))
              (local.set $until (local.get $at))
              ;; Past the separator, or the end of the line.
              (local.set $at (i32.add (local.get $at) (i32.const 1)))
              (local.set $left (i32.sub (local.get $left) (i32.const 1)))
              (if (i32.and (i32.eqz (local.get $left)) (i32.load offset=8 (local.get $step)))
                (then
                  (if (i32.eq (local.get $byte) (i32.const 0x0d)) (then
                    (local.set $byte (i32.load8_u (local.get $at)))
                    (local.set $at (i32.add (local.get $at) (i32.const 1)))))
                  (br_if $irregular (i32.ne (local.get $byte) (i32.const 0x0a))))
                (else (br_if $irregular (i32.ne (local.get $byte) (local.get $separator)))))
              (br_if $cell (local.get $left)))

            (if (i32.eqz (local.get $holds)) (then
              (local.set $id (call $numberOf (local.get $step) (local.get $from)
                (i32.sub (local.get $at) (local.get $from))))
              (i32.store (local.get $slot) (local.get $id))
              (local.set $slot (i32.add (local.get $slot) (i32.const 4)))
              (if (i32.ge_s (local.get $id) (i32.const 0)) (then
                (i32.store16 offset=262148 (i32.add (local.get $table)
                  (i32.shl (i32.load offset=12 (local.get $step)) (i32.const 3))) (local.get $id))
                (i32.store offset=12 (local.get $step) (local.get $id))))
              (br $done)))
            (if (i32.eq (local.get $holds) (i32.const 3)) (then
              (i32.store offset=12 (local.get $step) (local.get $from))
              (i32.store offset=16 (local.get $step) (i32.sub (local.get $at) (local.get $from)))
              (br $done)))
            (if (i32.eq (local.get $holds) (i32.const 1))
              (then
                (i32.store (local.get $slot) (call $wholeIn (local.get $from) (local.get $until)))
                (local.set $slot (i32.add (local.get $slot) (i32.const 4))))
              (else (br_if $irregular (i32.ne (local.get $from) (local.get $until))))))
          (br_if $field (i32.lt_u (local.tee $step (i32.add (local.get $step) (i32.const 32))) (global.get $stepsEnd))))
        (local.set $out (i32.add (local.get $out) (global.get $stride)))
        (local.set $count (i32.add (local.get $count) (i32.const 1)))
        (br $record)))
    (local.get $count))

  ;; Hashes the cells of the line there, as record-hash.ts does. Answers with 2 where the cell by which an event is known says
  ;; something, with 1 where it is empty, and with 0 where that cannot be told so simply: it begins with a space, or a
  ;; quotation mark is doubled, of which one would be hashed.
  (func (export "hash") (param $at i32) (param $lineEnd i32) (result i32)
    (local $uses i32) (local $use i32) (local $hash i32) (local $isQuoted i32) (local $last i32) (local $until i32)
    (local $found i32) (local $left i32) (local $bytes i64) (local $a i32) (local $b i32) (local $said i32)
    (v128.store (global.get $hash) (v128.const i64x2 0 0))
    (v128.store offset=16 (global.get $hash) (v128.const i64x2 0 0))
    (local.set $uses (global.get $uses))
    (local.set $said (i32.const 1))
    (loop $cell
      (local.set $isQuoted (i32.eq (i32.load8_u (local.get $at)) (i32.const 0x22)))
      (local.set $at (i32.add (local.get $at) (local.get $isQuoted)))
      (local.set $last (select (i32.const 0x22) (global.get $separator) (local.get $isQuoted)))
      (local.set $until (local.get $at))
      (loop $next
        (local.set $found (i8x16.bitmask (i8x16.eq (v128.load (local.get $until)) (i8x16.splat (local.get $last)))))
        (local.set $until (i32.add (local.get $until)
          (select (i32.ctz (local.get $found)) (i32.const 16) (local.get $found))))
        (br_if $next (i32.and (i32.eqz (local.get $found)) (i32.lt_u (local.get $until) (local.get $lineEnd)))))
      (if (i32.gt_u (local.get $until) (local.get $lineEnd)) (then (local.set $until (local.get $lineEnd))))
      (local.set $use (i32.load8_u (local.get $uses)))
      (if (i32.and (i32.eq (local.get $use) (i32.const 1)) (i32.lt_u (local.get $at) (local.get $until))) (then
        (if (i32.le_u (i32.load8_u (local.get $at)) (i32.const 0x20)) (then (return (i32.const 0))))
        (local.set $said (i32.const 2))))
      (local.set $hash (i32.add (global.get $hash) (i32.shl (local.get $use) (i32.const 3))))
      (local.set $a (i32.load (local.get $hash)))
      (local.set $b (i32.load offset=4 (local.get $hash)))
      (local.set $left (i32.sub (local.get $until) (local.get $at)))
      (loop $next
        (local.set $bytes (i64.load (local.get $at)))
        ;; A 1 after the last byte of a cell.
        (if (i32.lt_s (local.get $left) (i32.const 8)) (then
          (local.set $bytes (i64.or
            (i64.shl (i64.const 1) (i64.extend_i32_u (i32.shl (local.get $left) (i32.const 3))))
            (i64.and (local.get $bytes) (i64.sub
              (i64.shl (i64.const 1) (i64.extend_i32_u (i32.shl (local.get $left) (i32.const 3)))) (i64.const 1)))))))
        (local.set $b (i32.mul (i32.const 0x85ebca6b)
          (i32.xor (local.get $b) (i32.wrap_i64 (i64.shr_u (local.get $bytes) (i64.const 32))))))
        (local.set $a (i32.add (i32.rotl (local.get $b) (i32.const 13))
          (i32.mul (i32.const 0x9e3779b1) (i32.xor (local.get $a) (i32.wrap_i64 (local.get $bytes))))))
        (local.set $b (i32.xor (local.get $b) (i32.rotl (local.get $a) (i32.const 17))))
        (local.set $at (i32.add (local.get $at) (i32.const 8)))
        (br_if $next (i32.ge_s (local.tee $left (i32.sub (local.get $left) (i32.const 8))) (i32.const 0))))
      (i32.store (local.get $hash) (local.get $a))
      (i32.store offset=4 (local.get $hash) (local.get $b))
      (local.set $at (i32.add (local.get $until) (local.get $isQuoted)))
      (if (i32.and (local.get $isQuoted) (i32.eq (i32.load8_u (local.get $at)) (i32.const 0x22)))
        (then (return (i32.const 0))))
      (local.set $at (i32.add (local.get $at) (i32.const 1)))
      (local.set $uses (i32.add (local.get $uses) (i32.const 1)))
      (br_if $cell (i32.le_u (local.get $at) (local.get $lineEnd))))
    (local.get $said)))
