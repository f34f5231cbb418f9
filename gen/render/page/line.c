/* SPDX-License-Identifier: MIT */
/* Filling lines, with squeezed punctuation (标点挤压) where marks meet, at the line's end, and elsewhere when that
 * brings in what else would leave a wide line. What isn't justified is filled line by line; a justified paragraph is
 * broken where all its lines together come out best, so that one of them doesn't end short because a figure and its
 * unit didn't fit any more. */
#include "render/page/line.h"

#include <math.h>

/* A line that lacks more than this of its measure, in em, is worth squeezing for one more character. */
#define WORTH_SQUEEZING 0.75
/* No gap is stretched by more than this, in em: readers such as poppler take a tenth for a space, and the text would
 * no longer be found by search. What then is lacking at the right is less than a character. */
#define MOST_STRETCH 0.095
/* And one that lacks more than this, in em, is worth a poor break. */
#define WORTH_POOR 1.2
/* The share of a mark's blank that squeezing may take within a line. */
#define MOST_SQUEEZE 0.6
#define EPSILON 0.01

/* What a line in the making knows. */
struct filler {
    const struct text_glyph *glyphs;
    size_t count;
    const struct line_style *style;
};

static double em(const struct filler *f, unsigned per_mille)
{
    return per_mille * f->style->size / 1000;
}

/* What is taken from between glyph i and the next where two marks meet, pt. */
static double meeting(const struct filler *f, size_t i)
{
    const struct text_glyph *here = &f->glyphs[i], *next = here + 1;
    if (here->kind == CHAR_CLOSE && (next->kind == CHAR_CLOSE || next->kind == CHAR_OPEN))
        return em(f, here->trim_right);
    if (here->kind == CHAR_OPEN && next->kind == CHAR_OPEN)
        return em(f, next->trim_left);
    return 0;
}

/* What may still be taken from between glyph i and the next, pt: not all of the blank, or marks look like stains. */
static double spare(const struct filler *f, size_t i)
{
    const struct text_glyph *here = &f->glyphs[i], *next = here + 1;
    if (here->kind == CHAR_CLOSE && next->kind != CHAR_CLOSE && next->kind != CHAR_OPEN)
        return MOST_SQUEEZE * em(f, here->trim_right);
    if (next->kind == CHAR_OPEN && here->kind != CHAR_CLOSE && here->kind != CHAR_OPEN)
        return MOST_SQUEEZE * em(f, next->trim_left);
    return 0;
}

/* Whether a line may be stretched between glyph i and the next. */
static bool stretches(const struct filler *f, size_t i)
{
    const struct text_glyph *here = &f->glyphs[i], *next = here + 1;
    if (here->kind == CHAR_LATIN && next->kind == CHAR_LATIN)
        return false;
    if (here->kind == CHAR_DASH && next->kind == CHAR_DASH)
        return false;
    return true;
}

static size_t count_gaps(const struct filler *f, size_t start, size_t end)
{
    size_t gaps = 0;
    for (size_t i = start; i + 1 < end; i++)
        gaps += stretches(f, i);
    return gaps;
}

/* What each of them may be stretched by, pt. */
static double most_stretch(const struct filler *f)
{
    return MOST_STRETCH * f->style->size - f->style->tracking;
}

/* Where a line from `start` could end, and how wide it then is. */
struct ending {
    size_t end;      /* one past the last glyph; 0 for "none found" */
    double width;    /* all cells whole, marks that meet squeezed */
    double trimmed;  /* the same with the last mark's blank cut off */
    double capacity; /* what squeezing all marks would gain */
};

static size_t without_spaces(const struct filler *f, size_t start, size_t end)
{
    while (end > start && f->glyphs[end - 1].kind == CHAR_SPACE)
        end--;
    return end;
}

/* A line but the first doesn't begin with the spaces it was broken at. */
static size_t behind_spaces(const struct filler *f, size_t start)
{
    while (start > 0 && start < f->count && f->glyphs[start].kind == CHAR_SPACE)
        start++;
    return start;
}

/* The best places to end a line, by how. */
struct endings {
    struct ending whole;    /* at a good break, nothing squeezed but the last mark */
    struct ending squeezed; /* the same after squeezing */
    struct ending poor;     /* at a poor break */
    struct ending forced;   /* anywhere */
};

static bool ends_paragraph(const struct filler *f, size_t end)
{
    return end >= f->count || f->glyphs[end].break_before == BREAK_MUST;
}

/* A line that grows glyph by glyph. */
struct growing {
    double at;       /* pt: where the next cell begins */
    double capacity; /* as of an ending behind the last glyph */
    double shown;    /* pt: the end of the last cell that is no space */
};

/* Takes one glyph more, and returns what it would be to end the line behind that. */
static struct ending grow(const struct filler *f, struct growing *line, size_t i)
{
    const struct text_glyph *glyph = &f->glyphs[i];
    double right = line->at + em(f, glyph->font.width);
    if (glyph->kind != CHAR_SPACE)
        line->shown = right;
    struct ending here = {.end = i + 1,
                          .width = line->shown,
                          .trimmed = line->shown - (glyph->kind == CHAR_CLOSE ? em(f, glyph->trim_right) : 0),
                          .capacity = line->capacity};
    if (i + 1 < f->count) {
        line->at = right + f->style->tracking - meeting(f, i);
        line->capacity += spare(f, i);
    }
    return here;
}

static bool fits(const struct ending *here, double measure)
{
    return here->trimmed <= measure + EPSILON;
}

static bool fits_squeezed(const struct ending *here, double measure)
{
    return here->trimmed - here->capacity <= measure + EPSILON;
}

/* Whether no line from the same start ends behind this. */
static bool is_last_ending(const struct filler *f, const struct ending *here, double measure)
{
    return ends_paragraph(f, here->end) || here->trimmed - here->capacity > measure + f->style->size;
}

/* Looks at all breaks after `start` up to the first that cannot fit even squeezed. */
static struct endings find_endings(const struct filler *f, size_t start, double measure)
{
    struct endings found = {0};
    struct growing line = {0};
    for (size_t i = start; i < f->count; i++) {
        struct ending here = grow(f, &line, i);
        if (fits(&here, measure) || i == start)
            found.forced = here;
        int after = here.end == f->count ? BREAK_MUST : f->glyphs[here.end].break_before;
        if (after == BREAK_POOR && fits(&here, measure))
            found.poor = here;
        else if (after >= BREAK_MAY && fits(&here, measure))
            found.whole = here;
        else if (after >= BREAK_MAY && fits_squeezed(&here, measure))
            found.squeezed = here;
        if (is_last_ending(f, &here, measure))
            break;
    }
    return found;
}

static struct ending choose_ending(const struct filler *f, size_t start, double measure)
{
    struct endings found = find_endings(f, start, measure);
    const struct ending *whole = &found.whole;
    double lack = measure - whole->width;
    if (whole->end && ends_paragraph(f, whole->end))
        return *whole;
    if (found.squeezed.end > whole->end && (!whole->end || lack > WORTH_SQUEEZING * f->style->size))
        return found.squeezed;
    if (found.poor.end > whole->end && (!whole->end || lack > WORTH_POOR * f->style->size))
        return found.poor;
    return whole->end ? *whole : found.forced;
}

/* ---- justified paragraphs: the breaks that cost least ---- */

/* What a line costs: each so much; squeezed or stretched to the utmost so much more, by the square; by the em that it
 * still lacks at the right, which is seen; ended at a poor break; ended where it must not. */
#define COST_LINE 1.0
#define COST_SQUEEZED 3.0
#define COST_STRETCHED 2.0
#define COST_RAGGED 40.0
#define COST_POOR 4.0
#define COST_FORCED 1e6

/* The best way to set the text up to a glyph. */
struct way {
    double cost; /* INFINITY: not yet reached */
    size_t from; /* where its last line begins */
    struct ending ending;
};

static double line_cost(const struct filler *f, size_t start, const struct ending *ending, double measure)
{
    double cost = COST_LINE, over = ending->trimmed - measure;
    if (over > EPSILON)
        return cost + COST_SQUEEZED * (over / ending->capacity) * (over / ending->capacity);
    if (ends_paragraph(f, ending->end))
        return cost;
    if (f->glyphs[ending->end].break_before == BREAK_POOR)
        cost += COST_POOR;
    double lack = fmax(0, measure - ending->width);
    double most = (double)count_gaps(f, start, ending->end) * most_stretch(f);
    double share = most > 0 ? fmin(1, lack / most) : 1;
    return cost + COST_STRETCHED * share * share + COST_RAGGED * fmax(0, lack - most) / f->style->size;
}

static void take_way(struct way *ways, size_t start, const struct ending *ending, double cost)
{
    struct way *way = &ways[ending->end];
    if (ways[start].cost + cost < way->cost)
        *way = (struct way){ways[start].cost + cost, start, *ending};
}

/* Goes on from `start` by one line, in each way that fits. */
static void extend(const struct filler *f, struct way *ways, size_t start, double measure)
{
    struct growing line = {0};
    struct ending forced = {0};
    bool found = false;
    size_t first = behind_spaces(f, start);
    for (size_t i = first; i < f->count; i++) {
        struct ending here = grow(f, &line, i);
        if (fits(&here, measure) || i == first)
            forced = here;
        bool may = ends_paragraph(f, here.end) || f->glyphs[here.end].break_before >= BREAK_POOR;
        if (may && fits_squeezed(&here, measure)) {
            take_way(ways, start, &here, line_cost(f, first, &here, measure));
            found = true;
        }
        if (is_last_ending(f, &here, measure))
            break;
    }
    if (!found && forced.end)
        take_way(ways, start, &forced, COST_FORCED);
}

/* Where the lines of a justified paragraph end, in order. */
static const struct way *best_ways(struct arena *arena, const struct filler *f, size_t *count)
{
    struct way *ways = arena_alloc(arena, (f->count + 1) * sizeof *ways), *lines;
    for (size_t i = 1; i <= f->count; i++)
        ways[i].cost = INFINITY;
    for (size_t start = 0; start < f->count; start++)
        if (!isinf(ways[start].cost))
            extend(f, ways, start, f->style->width - (start ? f->style->hang : f->style->first));
    /* Only spaces behind the last forced break are reached by no line. */
    size_t last = f->count;
    while (last > 0 && isinf(ways[last].cost))
        last--;
    *count = 0;
    for (size_t end = last; end > 0; end = ways[end].from)
        ++*count;
    lines = arena_alloc(arena, (*count + 1) * sizeof *lines);
    for (size_t end = last, line = *count; end > 0; end = ways[end].from)
        lines[--line] = ways[end];
    return lines;
}

/* How the gaps of one line are changed to fill its measure. */
struct fitting {
    double squeeze; /* share of each spare blank that is taken, 0 to 1 */
    double stretch; /* pt added to each gap that stretches */
};

static struct fitting fit(const struct filler *f, size_t start, size_t end, const struct ending *ending, double measure,
                          bool last)
{
    struct fitting fitting = {0};
    if (ending->trimmed > measure + EPSILON) {
        if (ending->capacity > 0)
            fitting.squeeze = fmin(1, (ending->trimmed - measure) / ending->capacity);
        return fitting;
    }
    if (!f->style->justify || last)
        return fitting;
    double lack = ending->width <= measure ? measure - ending->width : 0;
    size_t gaps = count_gaps(f, start, end);
    if (gaps)
        fitting.stretch = fmin(lack / (double)gaps, most_stretch(f));
    return fitting;
}

static struct line place(struct arena *arena, const struct filler *f, size_t start, size_t end, double indent,
                         struct fitting fitting)
{
    float *x = arena_alloc(arena, (end - start + 1) * sizeof *x);
    double at = indent, right = indent;
    for (size_t i = start; i < end; i++) {
        x[i - start] = (float)at;
        right = at + em(f, f->glyphs[i].font.width);
        if (i + 1 == end)
            break;
        at = right + f->style->tracking - meeting(f, i) - fitting.squeeze * spare(f, i);
        if (fitting.stretch > 0 && stretches(f, i))
            at += fitting.stretch;
    }
    return (struct line){.glyphs = f->glyphs + start,
                         .count = end - start,
                         .x = x,
                         .size = f->style->size,
                         .tracking = f->style->tracking + fitting.stretch,
                         .narrow = 1,
                         .width = right};
}

/* The line from `start` to the ending. */
static struct line make_line(struct arena *arena, const struct filler *f, size_t start, const struct ending *ending,
                             double indent)
{
    size_t shown = without_spaces(f, start, ending->end);
    struct fitting fitting = fit(f, start, shown, ending, f->style->width - indent, ends_paragraph(f, ending->end));
    return place(arena, f, start, shown, indent, fitting);
}

static const struct line *justified_lines(struct arena *arena, const struct filler *f, size_t *count)
{
    const struct way *ways = best_ways(arena, f, count);
    struct line *lines = arena_alloc(arena, *count * sizeof *lines);
    for (size_t i = 0; i < *count; i++) {
        size_t start = behind_spaces(f, ways[i].from);
        lines[i] = make_line(arena, f, start, &ways[i].ending, i ? f->style->hang : f->style->first);
    }
    return lines;
}

const struct line *text_lines(struct arena *arena, const struct text *text, const struct line_style *style,
                              size_t *count)
{
    struct filler f = {text->glyphs, text->count, style};
    struct line *lines = NULL;
    if (style->justify && text->count)
        return justified_lines(arena, &f, count);
    *count = 0;
    for (size_t start = 0; start < text->count || !*count;) {
        double indent = *count ? style->hang : style->first;
        start = behind_spaces(&f, start);
        if (start >= text->count && *count)
            break;
        struct ending ending = choose_ending(&f, start, style->width - indent);
        ending.end = ending.end > start ? ending.end : start;
        struct line line = make_line(arena, &f, start, &ending, indent);
        ARRAY_ADD(arena, lines, *count, line);
        start = ending.end;
    }
    return lines;
}

double widest_line(const struct line *lines, size_t count)
{
    double width = 0;
    for (size_t i = 0; i < count; i++)
        width = fmax(width, lines[i].width);
    return width;
}
