import { demoEvent, flag, inGroup, money, number, text } from "./demo-parameter.ts";

const required = { required: true } as const;
const quantity = { required: true, minimum: 1, maximum: 999 } as const;

export const retailEvents = inGroup("Retail", [
  demoEvent(1102, "add_to_cart", "Add to cart", "A product was put into the cart.", [
    text("product_id", "The shop's own number of the product.", "SKU-20418", required),
    text("product_name", "What the shop calls the product.", "Walnut desk lamp"),
    text("category", "The department it belongs to.", "lighting"),
    number("quantity", "How many were added.", 1, quantity),
    money("price", "The price of one.", 49.9, required),
  ]),
  demoEvent(1103, "add_to_wishlist", "Add to wishlist", "A product was kept for later.", [
    text("product_id", "The shop's own number of the product.", "SKU-20418", required),
    money("price", "The price of one.", 49.9),
    flag("in_stock", "Whether the product could be had at that moment.", true),
  ]),
  demoEvent(
    1104,
    "Checkout_Completed",
    "Checkout completed",
    "An order was placed and paid. Its name is spelled as in the vendor's document; names are case-sensitive.",
    [
      text("order_id", "The shop's own number of the order.", "ORD-100233", required),
      money("order_total", "What the customer paid, shipping included.", 149.9, required),
      number("item_count", "How many pieces were ordered.", 3, { required: true, minimum: 1 }),
      money("discount", "What was taken off.", 15),
      text("coupon_code", "The code that was used.", "AUTUMN10", { maxLength: 32 }),
      text("payment_method", "How the order was paid.", "card", {
        enum: ["card", "paypal", "bank_transfer", "gift_card"],
      }),
      text("ordered_at", "When the order was placed.", "2026-11-20T09:30:00Z", { format: "date-time" }),
    ],
  ),
  demoEvent(1107, "page_viewed", "Page viewed", "A page of the site was shown.", [
    text("page_url", "The whole address of the page.", "https://shop.example.com/lighting", {
      required: true,
      format: "url",
    }),
    text("page_title", "The title of the page.", "Lighting"),
    text("referrer", "The address of the page before.", "https://search.example.com/", { format: "url" }),
  ]),
  demoEvent(1112, "product_viewed", "Product viewed", "The page of a product was shown.", [
    text("product_id", "The shop's own number of the product.", "SKU-20418", required),
    text("category", "The department it belongs to.", "lighting"),
    money("price", "The price of one.", 49.9),
    text("image_url", "The address of the product's picture.", "https://shop.example.com/20418.jpg", {
      format: "url",
    }),
  ]),
  demoEvent(1113, "remove_from_cart", "Remove from cart", "A product was taken out of the cart.", [
    text("product_id", "The shop's own number of the product.", "SKU-20418", required),
    number("quantity", "How many were taken out.", 1, quantity),
  ]),
  demoEvent(1114, "cart_abandoned", "Cart abandoned", "A cart was left for more than an hour.", [
    text("cart_id", "The shop's own number of the cart.", "CRT-88120", required),
    money("cart_total", "What the cart comes to.", 99.8, required),
    number("item_count", "How many pieces are in it.", 2, { minimum: 1 }),
  ]),
  demoEvent(1115, "search_performed", "Search performed", "The customer searched the shop.", [
    text("search_term", "What was typed.", "desk lamp", { required: true, maxLength: 120 }),
    number("result_count", "How many products were found.", 24, { minimum: 0 }),
  ]),
  demoEvent(1116, "order_returned", "Order returned", "Goods came back.", [
    text("order_id", "The shop's own number of the order.", "ORD-100233", required),
    money("refund_amount", "What is paid back.", 49.9, required),
    text("reason", "Why, as the customer chose it.", "too_small", {
      enum: ["too_small", "too_large", "damaged", "not_as_described", "other"],
    }),
  ]),
  demoEvent(1117, "product_reviewed", "Product reviewed", "The customer wrote a review.", [
    text("product_id", "The shop's own number of the product.", "SKU-20418", required),
    number("rating", "From one star to five.", 5, { required: true, minimum: 1, maximum: 5 }),
    text("review_text", "What the customer wrote.", "Warm light, solid base."),
  ]),
]);
