import { type Monolith, monolith, type Sketch } from "./monolith.ts";

/** A shop whose every cut is known: orders, payments and a catalogue, a helper for money that all of them use. */
export const SHOP: Sketch = {
  catalogue: {
    ProductController: { role: "controller", lines: 60 },
    ProductService: {
      methods: ["find(sku: string): Promise<Product>", "reserve(sku: string): Promise<void>"],
      lines: 300,
    },
    Product: { role: "entity", lines: 40 },
    Money: { role: null, lines: 30, methods: ["plus(other: Money): Money"] },
    "table:products": {},
  },
  orders: {
    OrderController: { role: "controller", lines: 90, revisions: 12 },
    OrderService: {
      methods: ["place(cart: Cart): Promise<Order>", "total(id: string): Promise<Money>"],
      lines: 500,
      revisions: 30,
      churn: 900,
      complexity: 60,
      authors: [
        [1, 20],
        [2, 10],
      ],
    },
    Order: { role: "entity", lines: 60 },
    "table:orders": {},
    "table:order_items": {},
  },
  payments: {
    PaymentController: { role: "controller", lines: 40 },
    PaymentService: {
      methods: ["charge(order: Order): Promise<Receipt>", "remind(order: string): void"],
      lines: 200,
    },
    "table:payments": {},
  },
};

export const SHOP_SENTENCES: readonly string[] = [
  "GET /products/:sku answered by ProductController.show",
  "POST /orders answered by OrderController.place",
  "POST /payments answered by PaymentController.pay",
  "ProductController.show calls ProductService.find",
  "OrderController.place calls OrderService.place",
  "PaymentController.pay calls PaymentService.charge",
  "ProductService.find reads products",
  "ProductService.reserve writes products",
  "OrderService.place writes orders",
  "OrderService.place writes order_items",
  "OrderService.total reads orders",
  "OrderService.total reads products",
  "PaymentService.charge writes payments",
  "PaymentService.charge writes orders",
  "PaymentService.remind reads payments",
  "OrderService.place calls ProductService.find [used] [loop]",
  "OrderService.place calls ProductService.reserve [ignored]",
  "OrderService.place calls PaymentService.charge [used]",
  "OrderService.cancel calls PaymentService.remind [ignored]",
  "OrderService.total builds Money",
  "PaymentService.charge builds Money",
  "PaymentService names Order",
  "Product maps products",
  "Order maps orders",
  "order_items references orders",
  "order_items references products",
  "payments references orders",
  "OrderService.total joins order_items and products",
  "OrderService.place commits orders and payments",
  "OrderService changes with PaymentService in c1 c2",
];

export function shop(more: readonly string[] = []): Monolith {
  return monolith(SHOP, [...SHOP_SENTENCES, ...more]);
}
