/** The door of SAM custody. */
export { type Custody, custody } from './custody.ts';
export type { Inventory, InventoryCard, InventoryReader } from './inventory.ts';
export type { Medium } from './ports.ts';
