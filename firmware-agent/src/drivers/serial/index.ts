export { type LinuxSerialPortOptions, openLinuxSerialPort } from './linux-serial-port.ts';
