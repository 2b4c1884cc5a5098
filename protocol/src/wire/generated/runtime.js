import protobuf from 'protobufjs/minimal.js';

// Without this the static code gives Long objects for 64-bit fields, whatever the types say.
protobuf.util.Long = undefined;
protobuf.configure();

export default protobuf;
