/** The door of the device test. */
export { testDevices } from './course.ts';
