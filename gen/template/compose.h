/* SPDX-License-Identifier: MIT */
/* From a product and an area to the document. */
#ifndef TONGBAO_TEMPLATE_COMPOSE_H
#define TONGBAO_TEMPLATE_COMPOSE_H

#include "template/products.h"

/* One document of `area`, the region or an area below it; it lives in `arena`. What goes wrong in its template becomes
 * findings in `faults`; with errors among them the document is of no use. */
const struct document *product_compose(const struct product *product, const struct composer *composer,
                                       const struct area *area, struct arena *arena, struct findings *faults);

#endif
