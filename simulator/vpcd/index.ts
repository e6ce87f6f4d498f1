/** The way of a simulated slot into a real `pcscd`. */
export { attachToVpcd, type VpcdAttachment, type VpcdOptions } from './attachment.ts';
